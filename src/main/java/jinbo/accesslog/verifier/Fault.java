package jinbo.accesslog.verifier;

/** What can be wrong with a log, its export, a proof, or what was kept; each has a sentence in {@code faults.properties}. */
public enum Fault {
    /** Named, or asked for by the size of the tree, and not there. */
    FILE_MISSING,
    /** No plain file, or not readable. */
    FILE_UNUSABLE,
    /** More bytes than such a file can have. */
    FILE_TOO_LARGE,
    /** In the export, where nothing of this name belongs. */
    FILE_NOT_EXPECTED,
    /** A tile with another number of hashes than its place asks for. */
    TILE_LENGTH,
    /** No verifier key. */
    KEY_MALFORMED,
    /** A key id that is not that of the name and the public key. */
    KEY_ID_WRONG,
    /** Another key in the export than the auditor's. */
    KEY_OTHER,
    /** Not UTF-8, a byte order mark, or control characters, for example CR LF for LF. */
    TEXT_INVALID,
    /** No signed note. */
    NOTE_SHAPE,
    /** More signatures than anybody needs. */
    SIGNATURES_TOO_MANY,
    /** None by the key. */
    SIGNATURE_MISSING,
    /** Two by the key. */
    SIGNATURE_DOUBLED,
    /** One in the key's name that is not the key's. */
    SIGNATURE_WRONG,
    /** Not exactly origin, size and root. */
    CHECKPOINT_SHAPE,
    /** Another log's. */
    ORIGIN_OTHER,
    /** Not a decimal number up to 2^63 - 1. */
    SIZE_MALFORMED,
    /** Not 32 bytes of base64, or not the root of nothing at size 0. */
    ROOT_MALFORMED,
    /** No JSON object. */
    JSON_MALFORMED,
    /** Neither manifest nor receipt, or without the fields of the access log. */
    ANSWER_FIELD,
    /** No tlog-proof. */
    PROOF_SHAPE,
    /** An index outside the tree. */
    INDEX_BEYOND_SIZE,
    /** A proof without an entry, and none was given. */
    ENTRY_NOT_GIVEN,
    /** A proof that does not lead from the entry to the root. */
    INCLUSION_WRONG,
    /** A bundle that does not hold as many entries as its place asks for. */
    BUNDLE_MALFORMED,
    /** An entry whose hash is not the one in its tile. */
    ENTRY_NOT_IN_TILE,
    /** A hash of a higher level that is not that of the tile below. */
    TILE_NOT_OF_TREE,
    /** All files agree, and give another root than was signed. */
    ROOT_OTHER,
    /** No JSON object in the one spelling. */
    ENTRY_SPELLING,
    /** Unknown, doubled or out of order. */
    ENTRY_FIELD_UNKNOWN,
    /** Mandatory and not there. */
    ENTRY_FIELD_MISSING,
    /** Not what the field takes. */
    ENTRY_FIELD_VALUE,
    /** A field that the phase does not have. */
    ENTRY_FIELD_OF_OTHER_PHASE,
    /** The id of an earlier entry. */
    ID_REPEATED,
    /** Ids so far apart that no sequence gave them. */
    IDS_SCATTERED,
    /** Written before an entry that stands before it, by more than may be. */
    TIME_GOES_BACK,
    /** A result that ends an intent with a higher id. */
    RESULT_BEFORE_INTENT,
    /** A result of an intent that is nowhere. */
    INTENT_MISSING,
    /** A result of an entry that is no intent. */
    INTENT_IS_NONE,
    /** A second result of an intent. */
    INTENT_ENDED_TWICE,
    /** A result that tells of another access than its intent. */
    RESULT_OF_OTHER_ACCESS,
    /** More intents without result than the verifier remembers. */
    TOO_MANY_OPEN,
    /** A kept checkpoint with another root than the log had at its size. */
    CHECKPOINT_FORKED,
    /** A kept checkpoint of a longer log. */
    CHECKPOINT_NEWER,
    /** A manifest without the proof from the one before it. */
    CONSISTENCY_MISSING,
    /** A manifest whose proof from the one before it proves nothing. */
    CONSISTENCY_WRONG,
    /** An answer whose entry tells of something else, or vouches for nothing. */
    ENTRY_OF_OTHER_ANSWER
}
