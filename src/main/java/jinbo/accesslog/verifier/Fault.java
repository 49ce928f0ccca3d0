package jinbo.accesslog.verifier;

/** Faults of a log, an export, a proof or retained evidence; {@code faults.properties} has their sentences. */
public enum Fault {
    /** A named or required file. */
    FILE_MISSING,
    FILE_UNUSABLE,
    FILE_TOO_LARGE,
    FILE_NOT_EXPECTED,
    /** A wrong number of hashes. */
    TILE_LENGTH,
    KEY_MALFORMED,
    /** The key id does not match name and public key. */
    KEY_ID_WRONG,
    KEY_OTHER,
    /** Not UTF-8, or with a byte order mark or control characters, for example CR LF. */
    TEXT_INVALID,
    NOTE_SHAPE,
    SIGNATURES_TOO_MANY,
    SIGNATURE_MISSING,
    SIGNATURE_DOUBLED,
    /** A signature in the key's name by another key. */
    SIGNATURE_WRONG,
    CHECKPOINT_SHAPE,
    ORIGIN_OTHER,
    SIZE_MALFORMED,
    /** Not 32 bytes of base64, or at size 0 not the root of the empty log. */
    ROOT_MALFORMED,
    JSON_MALFORMED,
    /** Not a manifest or receipt, or without the fields of the access log. */
    ANSWER_FIELD,
    PROOF_SHAPE,
    INDEX_BEYOND_SIZE,
    ENTRY_NOT_GIVEN,
    /** The proof does not lead from the entry to the root. */
    INCLUSION_WRONG,
    /** A wrong number of entries. */
    BUNDLE_MALFORMED,
    /** An entry's hash differs from its tile. */
    ENTRY_NOT_IN_TILE,
    /** A hash of a higher level differs from the tile below. */
    TILE_NOT_OF_TREE,
    /** All files match, but the signed root differs. */
    ROOT_OTHER,
    ENTRY_SPELLING,
    ENTRY_FIELD_UNKNOWN,
    ENTRY_FIELD_MISSING,
    ENTRY_FIELD_VALUE,
    ENTRY_FIELD_OF_OTHER_PHASE,
    ID_REPEATED,
    /** Ids are too far apart for a sequence. */
    IDS_SCATTERED,
    /** An entry is older than one before it by more than the tolerance. */
    TIME_GOES_BACK,
    /** A result ends an intent with a higher id. */
    RESULT_BEFORE_INTENT,
    INTENT_MISSING,
    INTENT_IS_NONE,
    INTENT_ENDED_TWICE,
    RESULT_OF_OTHER_ACCESS,
    /** More intents without result than the verifier stores. */
    TOO_MANY_OPEN,
    /** A retained checkpoint has another root than the log at its size. */
    CHECKPOINT_FORKED,
    CHECKPOINT_NEWER,
    /** A manifest has no proof from the one before it. */
    CONSISTENCY_MISSING,
    /** A manifest's proof from the one before it is wrong. */
    CONSISTENCY_WRONG,
    /** The entry of an answer belongs to something else, or vouches for nothing. */
    ENTRY_OF_OTHER_ANSWER
}
