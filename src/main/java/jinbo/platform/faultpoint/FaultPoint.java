package jinbo.platform.faultpoint;

/**
 * Where a process may die with something half done, in the order in which an upload and a list come by; each says what is
 * durable there and what is not. The failure model ({@code docs/developers/failure-model.md}) holds for all of them.
 */
public enum FaultPoint {
    /** An upload lies whole in the spool; no record knows it, and on the drop it lies as before. */
    FETCHED,
    /** An upload is recorded with its time of receipt; nobody has opened it. */
    RECORDED,
    /** The access log announces that an upload will be opened; nothing has been read. */
    ACCESS_BEGUN,
    /**
     * All rows of an upload are read and staged; its signature is not verified, nobody waits for its transaction,
     * nothing is committed.
     */
    STAGED,
    /** Rows are staged and the envelope is good; the batch has its revision but blocks do not follow from it yet; nothing is committed. */
    MERGING,
    /** The merge, the verdict and the access log's result are written; nothing is committed. */
    VERDICT_WRITTEN,
    /** An upload is ingested for good; it has no answer. */
    INGESTED,
    /** The bytes of an answer lie in the spool; no record knows them. */
    ANSWER_SEALED,
    /** Both answers are recorded; no byte has left. */
    ANSWERED,
    /** A part of an answer's bytes lies on the drop under the name of a draft. */
    DELIVERING_ANSWER,
    /** An answer lies on the drop; its record says that it does not. */
    ANSWER_DELIVERED,
    /** Both answers are delivered and recorded so; the upload still lies in {@code upload/}. */
    BETWEEN_ANSWER_AND_ARCHIVE,
    /** The upload lies in {@code archive/}; its record says that it does not. */
    ARCHIVED,
    /** The spool is cleared; the record says that work is left. */
    SPOOL_CLEARED,
    /** The access log announces a list under its sequence; nothing has been read. */
    LIST_BEGUN,
    /** A list's rows are written into the envelope, which is not closed. */
    SEALING,
    /** A list lies in the spool, the access log vouches for it for good; it has no manifest. */
    LIST_LOGGED,
    /** List and manifest lie in the spool under a sequence that no record holds yet. */
    LIST_SEALED,
    /** The sequence is taken: list and manifest are recorded; no byte has left. */
    SEQUENCE_TAKEN,
    /** A part of a list's bytes, or of its manifest's, lies on the drop under the name of a draft. */
    DELIVERING_LIST,
    /** The list lies on the drop; its record says that it does not. */
    LIST_DELIVERED,
    /** The list lies on the drop, recorded; its manifest does not, so the list does not count yet. */
    BETWEEN_LIST_AND_MANIFEST,
    /** List and manifest lie on the drop; the manifest's record says that it does not. */
    MANIFEST_DELIVERED,
    /** A certificate of our own lies sealed in the spool; no record knows it. */
    CERTIFICATE_SEALED,
    /** A certificate of our own is recorded under its name; no byte has left. */
    CERTIFICATE_RECORDED,
    /** A part of the bytes of a certificate of our own lies on the drop under the name of a draft. */
    DELIVERING_CERTIFICATE,
    /** A certificate of our own lies on the drop; its record says that it does not. */
    CERTIFICATE_DELIVERED,
    /** The access log announces a file of cases under its name; nothing has been read. */
    CASES_BEGUN,
    /** A file of cases lies sealed in the spool; no record knows it, and its cases are not sent. */
    CASES_SEALED,
    /** A file of cases is recorded under its name with what it tells; no byte has left. */
    CASES_RECORDED,
    /** A part of the bytes of a file of cases lies on the drop under the name of a draft. */
    DELIVERING_CASES,
    /** A file of cases lies on the drop; its record says that it does not. */
    CASES_DELIVERED,
    /** Entries of the access log have their places, the tree has grown; nothing of it is committed. */
    PLACING_ENTRIES,
    /** The tree has grown for good; no checkpoint covers it. */
    ENTRIES_PLACED,
    /** A checkpoint lies in the home; the database does not know it. */
    CHECKPOINT_KEPT,
    /** It is known which numbers of a page have ended; the registry is not locked. */
    ENDED_FOUND,
    /** A page of ended numbers is replaced by hashes, and the access log's result is written; nothing is committed. */
    ERASING,
    /** A page of ended numbers is erased for good; others wait. */
    PAGE_ERASED,
    /** The record says that a year's key is destroyed; its file is there. */
    KEY_GIVEN_UP,
    /** A gateway has taken a code for a visitor; the access log has its intent and no result. */
    CODE_SENT,
    /** The access log announces what the holder of a number says; nothing is written. */
    REGISTRATION_BEGUN,
    /** A registration, its blocks and the access log's result are written; nothing is committed. */
    REGISTRATION_WRITTEN,
    /** A registration is committed; its visitor has no answer. */
    REGISTRATION_COMMITTED,
    /** A migration of the database has run and is not committed. */
    MIGRATING
}
