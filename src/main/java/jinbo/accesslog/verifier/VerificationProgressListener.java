package jinbo.accesslog.verifier;

@FunctionalInterface
public interface VerificationProgressListener {
    void onProgress(long done, long total);
}
