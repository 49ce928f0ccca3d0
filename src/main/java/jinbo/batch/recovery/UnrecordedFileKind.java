package jinbo.batch.recovery;

/** What a file is that no record knows. */
public enum UnrecordedFileKind {
    /** An answered upload in {@code archive/}. */
    UPLOAD,
    /** A receipt or an outcome in {@code download/}. */
    ANSWER,
    /** A block list, in {@code download/} or in the spool. */
    LIST,
    /** The manifest of a block list, in {@code download/} or in the spool. */
    MANIFEST
}
