package jinbo.consumer;

/**
 * @param note C2SP signed-note
 * @param proof C2SP tlog-proof under the checkpoint that the note names
 * @param logKey public key of that checkpoint
 */
public record Confirmation(
        ConsumerRegistration registration, String note, String verifierKey, String proof, String logKey) {}
