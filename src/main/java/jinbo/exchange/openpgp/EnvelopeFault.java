package jinbo.exchange.openpgp;

/** Why an envelope is refused, in the words of the contract with insurers ({@code exchange-formats}, codes of a file). */
public enum EnvelopeFault {
    /** Not one signed and encrypted message to us, damaged, truncated or too weak: to the outside all the same. */
    ENVELOPE_INVALID,
    /** Whole, but not signed by a key that is one of the accepted signers' and good on the day of signing. */
    SIGNER_NOT_ACCEPTED,
    /** A limit of size or of compression ratio is passed. */
    TOO_LARGE
}
