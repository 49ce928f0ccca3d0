package jinbo.exchange.openpgp;

/**
 * A mistake of the sender's software that may be disclosed to the sender. Such mistakes are detected before decryption
 * or after the integrity check, so disclosing them does not help an attacker who tampers with messages.
 */
public enum EnvelopeAdvice {
    /** The content is signed as text, whose line ends may change on the way, instead of as bytes. */
    TEXT_SIGNATURE,
    NOT_SIGNED,
    NOT_ENCRYPTED,
    PASSPHRASE,
    NO_INTEGRITY_PROTECTION,
    /** The message is encrypted with GnuPG's own OCB packet, which no standard defines. */
    GNUPG_OCB
}
