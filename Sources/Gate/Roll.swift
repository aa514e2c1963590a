public import Policy

/// Who is at the schools: pupils with their guardians, staff, and the schools themselves.
public struct Roll: Sendable {
    public var pupils: [Pupil]
    public var staff: [StaffMember]
    public var schools: [School]

    public init(pupils: [Pupil] = [], staff: [StaffMember] = [], schools: [School] = []) {
        self.pupils = pupils
        self.staff = staff
        self.schools = schools
    }
}

/// A pupil, as the roll's CSV gives one.
public struct Pupil: Sendable {
    public var school: String
    /// An opaque, unique id; never shown on a page.
    public var upn: String
    public var firstName: String
    public var lastName: String
    public var preferredName: String?
    public var dateOfBirth: Day?
    public var yearGroup: String
    public var guardians: [Guardian]

    public init(
        school: String, upn: String, firstName: String, lastName: String, preferredName: String? = nil,
        dateOfBirth: Day? = nil, yearGroup: String = "", guardians: [Guardian] = []
    ) {
        self.school = school
        self.upn = upn
        self.firstName = firstName
        self.lastName = lastName
        self.preferredName = preferredName
        self.dateOfBirth = dateOfBirth
        self.yearGroup = yearGroup
        self.guardians = guardians
    }
}

/// A parent or carer.
public struct Guardian: Sendable, Equatable {
    public var name: String
    public var email: String?

    public init(name: String, email: String? = nil) {
        self.name = name
        self.email = email
    }
}

public struct StaffMember: Sendable {
    public var school: String
    public var staffID: String
    public var firstName: String
    public var lastName: String
    public var email: String?
    public var role: Role

    public init(
        school: String, staffID: String, firstName: String, lastName: String, email: String? = nil, role: Role
    ) {
        self.school = school
        self.staffID = staffID
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.role = role
    }
}

/// A school's own public details, which its posts may always give.
public struct School: Sendable {
    public enum Nation: String, Sendable, CaseIterable {
        case england, wales, scotland
        case northernIreland = "northern-ireland"
    }

    public var code: String
    public var name: String
    public var address: String
    public var postcode: String
    public var phone: String
    public var email: String
    public var domain: String
    public var handle: String
    public var hashtag: String
    public var nation: Nation

    public init(
        code: String, name: String, address: String = "", postcode: String = "", phone: String = "",
        email: String = "", domain: String = "", handle: String = "", hashtag: String = "", nation: Nation = .england
    ) {
        self.code = code
        self.name = name
        self.address = address
        self.postcode = postcode
        self.phone = phone
        self.email = email
        self.domain = domain
        self.handle = handle
        self.hashtag = hashtag
        self.nation = nation
    }
}
