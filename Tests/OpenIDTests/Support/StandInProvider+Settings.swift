import OpenID
import OpenIDTesting

extension StandInProvider {
    func settings(
        secret: String? = "quite secret", domain: String? = nil, tenant: String? = nil,
        groups: String? = nil
    ) throws -> ProviderSettings {
        try ProviderSettings(
            issuer: issuer, clientID: "school", clientSecret: secret, hostedDomain: domain,
            tenant: tenant,
            groupsClaim: groups, privateHosts: [host])
    }
}
