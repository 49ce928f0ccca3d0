package jinbo.exchange.openpgp;

/**
 * A mistake of the sender's software, which may be disclosed to the sender. It is detected before decryption or after
 * the integrity check, so that it does not help an attacker who tampers with messages.
 */
public enum EnvelopeAdvice {
    /** Signed as text, whose line ends may change, instead of as bytes. */
    TEXT_SIGNATURE,
    NOT_SIGNED,
    NOT_ENCRYPTED,
    PASSPHRASE,
    NO_INTEGRITY_PROTECTION,
    /** Encrypted with GnuPG's own OCB packet, which is in no standard. */
    GNUPG_OCB
}
