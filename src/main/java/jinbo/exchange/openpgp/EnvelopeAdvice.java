package jinbo.exchange.openpgp;

/**
 * A habit of the sender's software that makes its envelopes invalid. The sender may be told it beside the fault: it is seen
 * either before anything is decrypted, or once the integrity of what is encrypted has been checked, so that nobody learns by it
 * what became of another's message that was tampered with.
 */
public enum EnvelopeAdvice {
    /** Signed as text, whose line ends may change, and not as bytes. */
    TEXT_SIGNATURE,
    NOT_SIGNED,
    /** Signed or packed, and not encrypted. */
    NOT_ENCRYPTED,
    PASSPHRASE,
    NO_INTEGRITY_PROTECTION,
    /** Encrypted with GnuPG's own OCB packet, which no standard has. */
    GNUPG_OCB
}
