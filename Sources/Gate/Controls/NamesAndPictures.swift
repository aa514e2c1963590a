public import Policy

/// The controls that look at posts; each stands in one of these lists.
public enum PostControls {
    public static var all: [any PostControl.Type] { namesAndPictures + words }

    static let namesAndPictures: [any PostControl.Type] = [
        PupilImage.self,
        DoNotPublish.self,
        Objection.self,
        PupilWork.self,
        Faces.self,
        Video.self,
        TakenWith.self,
        AltText.self,
        Provenance.self,
        Credit.self,
        PupilName.self,
        GuardianName.self,
        StaffName.self,
        PersonalData.self,
        OwnDetails.self,
    ]
}

extension Catalogue {
    /// Every control there is.
    public static let all = Catalogue.policy.adding(PostControls.all)
}
