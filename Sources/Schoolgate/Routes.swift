import Web

extension Router<Context> {
    /// Every page of the site, one line for each domain.
    static var site: Router {
        var router = Router()
        AssetHandlers.register(on: &router)
        HealthHandlers.register(on: &router)
        SignInHandlers.register(on: &router)
        KeptFormHandlers.register(on: &router)
        AccountHandlers.register(on: &router)
        RegisterHandlers.register(on: &router)
        SecretHandlers.register(on: &router)
        AccountKeepingHandlers.register(on: &router)
        ProposalHandlers.register(on: &router)
        HandoverHandlers.register(on: &router)
        PracticeHandlers.register(on: &router)
        PolicyRoutes.register(on: &router)
        AlarmRoutes.register(on: &router)
        RehearsalRoutes.register(on: &router)
        PublicPolicyHandlers.register(on: &router)
        PostRoutes.register(on: &router)
        CalendarRoutes.register(on: &router)
        PauseHandlers.register(on: &router)
        OpinionHandlers.register(on: &router)
        PresenceHandlers.register(on: &router)
        PhraseHandlers.register(on: &router)
        DeliveryHandlers.register(on: &router)
        DeviceHandlers.register(on: &router)
        TodayHandlers.register(on: &router)
        SchoolHandlers.register(on: &router)
        LinkHandlers.register(on: &router)
        OwnAccountHandlers.register(on: &router)
        PeopleHandlers.register(on: &router)
        ReadinessHandlers.register(on: &router)
        UninvitedHandlers.register(on: &router)
        RecordHandlers.register(on: &router)
        ImportHandlers.register(on: &router)
        ConsentHandlers.register(on: &router)
        SetupHandlers.register(on: &router)
        return router
    }
}
