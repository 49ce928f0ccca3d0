package jinbo.exchange;

/** For whom a complaint row blocks its number. */
public enum UploadScope {
    /** For every insurer of the uploader's sector; the default. */
    ALL,
    /** For the uploader alone. */
    SELF
}
