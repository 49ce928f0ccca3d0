package jinbo.partner;

/** The reason why a delivered file must not be used. */
public enum DeliveryFault {
    /** The file, the list of a manifest, or an earlier list is missing. */
    MISSING,
    /** This list is already applied. */
    DOUBLED,
    /** The list is older than the applied one. */
    REORDERED,
    /** The last day of use is over. */
    STALE,
    /** The file is for another insurer, or is named for one. */
    FOREIGN,
    /** Wrong signer, signed name or hash, or not readable. */
    FORGED,
    /** The signed file contradicts the applied list. Keep both as evidence. */
    FORKED,
    /** The signed delta does not fit the held list. A full list repairs this. */
    DIFFERS,
    /** The signed file contradicts itself, or has a wrong format or kind. */
    MALFORMED,
    /** The list is from before the lines of business. A full list replaces it. */
    FORMER_FORMAT;

    /** @param detail as in {@link VerificationResult.NotGenuine} */
    <T> VerificationResult.NotGenuine<T> found(String detail) {
        return new VerificationResult.NotGenuine<>(this, detail);
    }
}
