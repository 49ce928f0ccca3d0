package jinbo.partner;

/** What an insurer has seen of the association's access log when it verified a manifest. */
public enum LogWitness {
    /** Nothing: the insurer has not got the log's key, or no manifest has named a head yet. */
    NOT_SEEN,
    /** The manifest names the first head, or one that continues that of the manifest before it. */
    SOUND,
    /**
     * The manifest names a head that does not continue that of the manifest before it, or none where that named one: the log was
     * rewritten or turned back. The list itself is genuine and is applied, because those who are on it want quiet; keep both
     * manifests as evidence and ask the association why.
     */
    FORKED
}
