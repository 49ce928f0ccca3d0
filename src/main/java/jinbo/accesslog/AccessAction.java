package jinbo.accesslog;

/** What is done with personal data in one access. */
public enum AccessAction {
    /** An upload is opened, judged and merged into the registry. */
    TAKE_IN,
    /** A held upload is opened again and merged on an operator's decision. */
    RELEASE,
    /** The registry is read once for all the lists of a publication; what each list tells of it is an access of its own. */
    READ_FOR_LISTS,
    /** An insurer's block list is rendered and sealed. */
    PUBLISH_LIST,
    /** The whole registry is read to compare blocks with registrations. */
    VERIFY_REGISTRY,
    /** It is looked up where one number has been: who looked at it, which uploads brought it, which lists held it. */
    SEARCH_BY_NUMBER,
    /** A consumer's choice or cancellation about one number is registered. */
    CHOOSE,
    /** One number is released, because it has changed hands. */
    RELEASE_NUMBER,
    /** It is looked up what is, or was, blocked for one number, and who had been told. */
    LOOK_UP,
    /** A consumer complains about a call, which becomes a case. */
    COMPLAIN,
    /** The cases of one number are shown, or one case with who called and what the consumer wrote. */
    SHOW_CASES,
    /** The evidence of one case is put together: what was registered of its number, and who had been told. */
    WEIGH_CASE,
    /** An insurer is sent the cases about its calls, with the numbers that were called. */
    HAND_OVER_CASES,
    /** An insurer's complaints are withdrawn on an operator's decision. */
    WITHDRAW,
    /** An insurer inherits the blocks of another. */
    SUCCEED,
    /** Numbers whose blocks ended long ago are replaced by keyed hashes. */
    ERASE,
    /** An operator ends a recovery: what was not ingested again is given up, and lists are made again. Nothing is read. */
    SETTLE_RESTORATION,
    /** A code is sent to a number, so that who holds it can say so. */
    PROVE_NUMBER,
    /** The holder of a number is shown what is registered of it, or what a choice would make of that. */
    SHOW_REGISTRATION,
    /** The holder of a number is told that a block of it ends soon. */
    REMIND,
    /** What can open data or change outcomes is decided: people, keys, agreements, releases, reference data. Sees no number itself. */
    DECIDE
}
