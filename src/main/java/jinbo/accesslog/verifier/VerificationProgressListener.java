package jinbo.accesslog.verifier;

/** Somebody who wants to know how far a verification has come. */
@FunctionalInterface
public interface VerificationProgressListener {
    /**
     * @param done entries so far
     * @param total of how many
     */
    void onProgress(long done, long total);
}
