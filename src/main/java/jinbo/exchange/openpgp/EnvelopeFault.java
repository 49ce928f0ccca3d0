package jinbo.exchange.openpgp;

/** Why an envelope is refused; the names are codes of {@code exchange-formats}. */
public enum EnvelopeFault {
    /** Not a signed and encrypted message to us, damaged, truncated or too weak; senders cannot distinguish these. */
    ENVELOPE_INVALID,
    /** Intact, but not signed by a key of an accepted signer that was valid when it signed. */
    SIGNER_NOT_ACCEPTED,
    /** A limit of size or compression ratio is exceeded. */
    TOO_LARGE
}
