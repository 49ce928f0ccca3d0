package jinbo.accesslog.verifier;

/** What can be wrong with a log, its export, a proof, or what was kept; each has a sentence in {@code faults.properties}. */
public enum Fault {
    /** Named, or asked for by the size of the tree, and not there. */
    FILE_MISSING,
    FILE_UNUSABLE,
    FILE_TOO_LARGE,
    FILE_NOT_EXPECTED,
    /** A tile with another number of hashes than its place asks for. */
    TILE_LENGTH,
    KEY_MALFORMED,
    /** A key id that is not that of the name and the public key. */
    KEY_ID_WRONG,
    KEY_OTHER,
    /** Not UTF-8, a byte order mark, or control characters, for example CR LF for LF. */
    TEXT_INVALID,
    NOTE_SHAPE,
    SIGNATURES_TOO_MANY,
    SIGNATURE_MISSING,
    SIGNATURE_DOUBLED,
    /** One in the key's name that is not the key's. */
    SIGNATURE_WRONG,
    CHECKPOINT_SHAPE,
    ORIGIN_OTHER,
    SIZE_MALFORMED,
    /** Not 32 bytes of base64, or not the root of nothing at size 0. */
    ROOT_MALFORMED,
    JSON_MALFORMED,
    /** Neither manifest nor receipt, or without the fields of the access log. */
    ANSWER_FIELD,
    PROOF_SHAPE,
    INDEX_BEYOND_SIZE,
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
    ENTRY_SPELLING,
    ENTRY_FIELD_UNKNOWN,
    ENTRY_FIELD_MISSING,
    ENTRY_FIELD_VALUE,
    ENTRY_FIELD_OF_OTHER_PHASE,
    ID_REPEATED,
    /** Ids so far apart that no sequence gave them. */
    IDS_SCATTERED,
    /** Written before an entry that stands before it, by more than may be. */
    TIME_GOES_BACK,
    /** A result that ends an intent with a higher id. */
    RESULT_BEFORE_INTENT,
    INTENT_MISSING,
    INTENT_IS_NONE,
    INTENT_ENDED_TWICE,
    /** A result that tells of another access than its intent. */
    RESULT_OF_OTHER_ACCESS,
    /** More intents without result than the verifier remembers. */
    TOO_MANY_OPEN,
    /** A kept checkpoint with another root than the log had at its size. */
    CHECKPOINT_FORKED,
    CHECKPOINT_NEWER,
    /** A manifest without the proof from the one before it. */
    CONSISTENCY_MISSING,
    /** A manifest whose proof from the one before it proves nothing. */
    CONSISTENCY_WRONG,
    /** An answer whose entry tells of something else, or vouches for nothing. */
    ENTRY_OF_OTHER_ANSWER
}
