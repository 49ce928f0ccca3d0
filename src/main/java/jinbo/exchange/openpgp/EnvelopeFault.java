package jinbo.exchange.openpgp;

/** Why an envelope is refused; the names are codes of {@code exchange-formats}. */
public enum EnvelopeFault {
    /** Not a signed message encrypted to us, or damaged, truncated or too weak. Senders are not told which. */
    ENVELOPE_INVALID,
    /** Intact, but not signed by a key of an accepted signer, or the key was not valid at the time. */
    SIGNER_NOT_ACCEPTED,
    /** A limit of size or compression ratio is exceeded. */
    TOO_LARGE
}
