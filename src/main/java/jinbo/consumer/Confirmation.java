package jinbo.consumer;

/**
 * With what a consumer can prove what was registered, and when.
 *
 * @param note a signed note (C2SP signed-note) that says so in lines of text
 * @param verifierKey the public key it can be checked with, in C2SP's spelling
 * @param proof that the access log vouches for it (C2SP tlog-proof), under the checkpoint that the note names
 * @param logKey the public key that the checkpoint can be checked with
 */
public record Confirmation(
        ConsumerRegistration registration, String note, String verifierKey, String proof, String logKey) {}
