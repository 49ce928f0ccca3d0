package jinbo.consumer;

/**
 * A signed confirmation of a registration, for the holder to keep.
 *
 * @param note the confirmation, as a C2SP signed-note
 * @param verifierKey the public key that verifies the note
 * @param proof a C2SP tlog-proof of the registration's entry, under the checkpoint that the note contains
 * @param logKey the public key that verifies that checkpoint
 */
public record Confirmation(
        ConsumerRegistration registration, String note, String verifierKey, String proof, String logKey) {}
