package jinbo.platform.faultpoint;

/**
 * The points at which a crash would leave work incomplete; tests kill the process there. Points of the same work are in
 * the order in which it reaches them. Each comment says what is done and what is not. The failure model is in {@code
 * docs/developers/failure-model.md}.
 */
public enum FaultPoint {
    /** An upload is complete in the spool; the database has no record of it, and it is still on the drop. */
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
    /** An upload is ingested and committed; it has neither outcome nor receipt. */
    INGESTED,
    /** A sealed outcome or receipt is in the spool; the database has no record of it. */
    ANSWER_SEALED,
    /** Outcome and receipt are recorded; neither is delivered. */
    ANSWERED,
    /** A part of an outcome or receipt is on the drop under its temporary name. */
    DELIVERING_ANSWER,
    /** An outcome or receipt is on the drop, but not recorded as delivered. */
    ANSWER_DELIVERED,
    /** Outcome and receipt are recorded as delivered; the upload is still in {@code upload/}. */
    BETWEEN_ANSWER_AND_ARCHIVE,
    /** The upload is in {@code archive/}, but not recorded as archived. */
    ARCHIVED,
    /** The files of an upload are deleted from the spool, but not recorded as deleted. */
    SPOOL_CLEARED,
    /** The access for a list has begun under its sequence; nothing has been read. */
    LIST_BEGUN,
    /** The rows of a list are written into the envelope, which is not complete yet. */
    SEALING,
    /** A list is in the spool and in the access log; it has no manifest. */
    LIST_LOGGED,
    /** List and manifest are in the spool; their sequence is not recorded. */
    LIST_SEALED,
    /** List and manifest are recorded under their sequence; nothing is delivered. */
    SEQUENCE_TAKEN,
    /** A part of a list or manifest is on the drop under its temporary name. */
    DELIVERING_LIST,
    /** The list is on the drop, but not recorded as delivered. */
    LIST_DELIVERED,
    /** The list is recorded as delivered; its manifest, without which it does not count, is not on the drop. */
    BETWEEN_LIST_AND_MANIFEST,
    /** The manifest is on the drop, but not recorded as delivered. */
    MANIFEST_DELIVERED,
    /** A sealed certificate of the association is in the spool; the database has no record of it. */
    CERTIFICATE_SEALED,
    /** A certificate of the association is recorded; it is not delivered. */
    CERTIFICATE_RECORDED,
    /** A part of a certificate of the association is on the drop under its temporary name. */
    DELIVERING_CERTIFICATE,
    /** A certificate of the association is on the drop, but not recorded as delivered. */
    CERTIFICATE_DELIVERED,
    /** The access for a file of cases has begun; nothing has been read. */
    CASES_BEGUN,
    /** A sealed file of cases is in the spool; the database has no record of it, and its cases count as not sent. */
    CASES_SEALED,
    /** A file of cases is recorded with its content; it is not delivered. */
    CASES_RECORDED,
    /** A part of a file of cases is on the drop under its temporary name. */
    DELIVERING_CASES,
    /** A file of cases is on the drop, but not recorded as delivered. */
    CASES_DELIVERED,
    /** Entries are added to the tree of the access log; nothing is committed. */
    PLACING_ENTRIES,
    /** The tree has grown and is committed; no checkpoint covers the new entries. */
    ENTRIES_PLACED,
    /** A checkpoint is in the home, but not in the database. */
    CHECKPOINT_KEPT,
    /** Numbers whose blocks have ended are found; the registry is not locked yet. */
    ENDED_FOUND,
    /** These numbers are replaced by hashes, and the access log's result is written; nothing is committed. */
    ERASING,
    /** A group of ended numbers is erased and committed; other groups are not. */
    GROUP_ERASED,
    /** The key of the keyed hashes of a year is recorded as destroyed; its file still exists. */
    KEY_GIVEN_UP,
    /** A gateway has accepted a code for a visitor; the access log has the begin entry, but no result. */
    CODE_SENT,
    /** The access for a registration has begun; nothing is written. */
    REGISTRATION_BEGUN,
    /** A registration, its blocks and the access log's result are written; nothing is committed. */
    REGISTRATION_WRITTEN,
    /** A registration is committed; the visitor has not got the page that says so. */
    REGISTRATION_COMMITTED,
    /** A migration of the database has run and is not committed. */
    MIGRATING
}
