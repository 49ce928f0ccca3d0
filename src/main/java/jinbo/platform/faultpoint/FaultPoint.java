package jinbo.platform.faultpoint;

/**
 * A point at which a crash leaves work incomplete, in the order in which uploads and lists reach them, with the durable
 * state. The failure model is in {@code docs/developers/failure-model.md}.
 */
public enum FaultPoint {
    /** An upload is complete in the spool; no record exists, and it is still on the drop. */
    FETCHED,
    /** An upload is recorded with its time of receipt; it has not been opened. */
    RECORDED,
    /** The access to an upload has begun in the access log; nothing has been read. */
    ACCESS_BEGUN,
    /** All rows of an upload are staged; its signature is not verified, and nothing is committed. */
    STAGED,
    /** The envelope is verified, and the batch has its revision, but no blocks yet; nothing is committed. */
    MERGING,
    /** The merge, the verdict and the access log's result are written; nothing is committed. */
    VERDICT_WRITTEN,
    /** An upload is ingested and committed; it has no answer. */
    INGESTED,
    /** A sealed answer is in the spool; no record exists. */
    ANSWER_SEALED,
    /** Both answers are recorded; nothing is delivered. */
    ANSWERED,
    /** A part of an answer is on the drop under the name of a draft. */
    DELIVERING_ANSWER,
    /** An answer is on the drop, but not recorded as delivered. */
    ANSWER_DELIVERED,
    /** Both answers are recorded as delivered; the upload is still in {@code upload/}. */
    BETWEEN_ANSWER_AND_ARCHIVE,
    /** The upload is in {@code archive/}, but not recorded as archived. */
    ARCHIVED,
    /** The spool is cleared, but not recorded as cleared. */
    SPOOL_CLEARED,
    /** The access for a list has begun under its sequence; nothing has been read. */
    LIST_BEGUN,
    /** The rows of a list are written into the envelope, which is not closed. */
    SEALING,
    /** A list is in the spool and in the access log; it has no manifest. */
    LIST_LOGGED,
    /** List and manifest are in the spool; their sequence is not recorded. */
    LIST_SEALED,
    /** List and manifest are recorded under their sequence; nothing is delivered. */
    SEQUENCE_TAKEN,
    /** A part of a list or manifest is on the drop under the name of a draft. */
    DELIVERING_LIST,
    /** The list is on the drop, but not recorded as delivered. */
    LIST_DELIVERED,
    /** The list is recorded as delivered; it does not count before its manifest is on the drop. */
    BETWEEN_LIST_AND_MANIFEST,
    /** The manifest is on the drop, but not recorded as delivered. */
    MANIFEST_DELIVERED,
    /** A sealed certificate of our own is in the spool; no record exists. */
    CERTIFICATE_SEALED,
    /** A certificate of our own is recorded; nothing is delivered. */
    CERTIFICATE_RECORDED,
    /** A part of a certificate of our own is on the drop under the name of a draft. */
    DELIVERING_CERTIFICATE,
    /** A certificate of our own is on the drop, but not recorded as delivered. */
    CERTIFICATE_DELIVERED,
    /** The access for a file of cases has begun; nothing has been read. */
    CASES_BEGUN,
    /** A sealed file of cases is in the spool; no record exists, and its cases are not sent. */
    CASES_SEALED,
    /** A file of cases is recorded with its content; nothing is delivered. */
    CASES_RECORDED,
    /** A part of a file of cases is on the drop under the name of a draft. */
    DELIVERING_CASES,
    /** A file of cases is on the drop, but not recorded as delivered. */
    CASES_DELIVERED,
    /** Entries are added to the tree of the access log; nothing is committed. */
    PLACING_ENTRIES,
    /** The tree has grown and is committed; no checkpoint covers the new entries. */
    ENTRIES_PLACED,
    /** A checkpoint is in the home, but not in the database. */
    CHECKPOINT_KEPT,
    /** The ended numbers of a page are found; the registry is not locked. */
    ENDED_FOUND,
    /** A page of ended numbers is replaced by hashes, and the access log's result is written; nothing is committed. */
    ERASING,
    /** A page of ended numbers is erased and committed; other pages are not. */
    PAGE_ERASED,
    /** A year's key is recorded as destroyed; its file still exists. */
    KEY_GIVEN_UP,
    /** A gateway has accepted a code for a visitor; its access has no result in the access log. */
    CODE_SENT,
    /** The access for a registration has begun; nothing is written. */
    REGISTRATION_BEGUN,
    /** A registration, its blocks and the access log's result are written; nothing is committed. */
    REGISTRATION_WRITTEN,
    /** A registration is committed; its visitor has no answer. */
    REGISTRATION_COMMITTED,
    /** A migration of the database has run and is not committed. */
    MIGRATING
}
