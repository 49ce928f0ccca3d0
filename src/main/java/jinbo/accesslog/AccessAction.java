package jinbo.accesslog;

/** The kind of an access to personal data, or of a decision that is logged like an access. */
public enum AccessAction {
    /** An upload is opened, validated and merged into the registry. */
    TAKE_IN,
    /** A held upload is opened again and merged, as operators decided. */
    RELEASE,
    /**
     * The registry is read once for all lists of a publication. Each list is also logged as an access of its own,
     * {@link #PUBLISH_LIST}.
     */
    READ_FOR_LISTS,
    PUBLISH_LIST,
    /** The registry is read to compare blocks with registrations. */
    VERIFY_REGISTRY,
    /** An auditor searches for all traces of a number: accesses, uploads and lists. */
    SEARCH_BY_NUMBER,
    /** A consumer's choice, cancellation or renewal is registered, or operators correct such a registration. */
    CHOOSE,
    /** A number has a new holder, so that its earlier registrations no longer count. */
    RELEASE_NUMBER,
    /** A person looks up the present or past blocks of a number, and which insurers had been notified of them. */
    LOOK_UP,
    /** A consumer complains about a call; the complaint becomes a case. */
    COMPLAIN,
    /** A person sees the cases of a number, or one case with the caller's number and the consumer's text. */
    SHOW_CASES,
    /**
     * The evidence of a case is collected: the registrations of its number, and when the insurer was notified of the
     * number's block.
     */
    WEIGH_CASE,
    /** An insurer gets the cases about its calls, with the numbers called. */
    HAND_OVER_CASES,
    /** Complaints are withdrawn, as an operator decided. */
    WITHDRAW,
    /** An insurer inherits the blocks of another. */
    SUCCEED,
    /**
     * Numbers whose blocks ended long ago are replaced by keyed hashes, or numbers and texts of cases that were closed
     * long ago are erased.
     */
    ERASE,
    /** An operator ends the recovery after a database restore. It is logged like an access, but reads no numbers. */
    SETTLE_RESTORATION,
    /** A code is sent to a number to prove who holds it. */
    PROVE_NUMBER,
    /** The holder of a number sees its registrations, or a preview of a choice. */
    SHOW_REGISTRATION,
    /** The holder of a number is reminded that a block ends soon. */
    REMIND,
    /**
     * A decision about people, insurers, keys, agreements, cases, held uploads or reference data. It is logged like an
     * access, but no numbers are read.
     */
    DECIDE
}
