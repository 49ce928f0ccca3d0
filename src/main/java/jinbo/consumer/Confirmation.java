package jinbo.consumer;

/**
 * Proves to others what a consumer registered, and when.
 *
 * @param note signed note (C2SP signed-note)
 * @param verifierKey public key of the note, in C2SP form
 * @param proof inclusion proof (C2SP tlog-proof) under the checkpoint that the note names
 * @param logKey public key of the checkpoint
 */
public record Confirmation(
        ConsumerRegistration registration, String note, String verifierKey, String proof, String logKey) {}
