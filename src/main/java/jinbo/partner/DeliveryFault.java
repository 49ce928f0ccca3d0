package jinbo.partner;

/** The reason why a delivered file must not be used. */
public enum DeliveryFault {
    /** The file, the list of a manifest, or an earlier list is missing. */
    MISSING,
    /** This list is already applied. */
    DOUBLED,
    /** The list is older than the applied one. */
    REORDERED,
    /** The last day on which the list may be used is over. */
    STALE,
    /** The file is for another insurer, or has the name of a file for another insurer. */
    FOREIGN,
    /** The signer, the signed name or the hash is wrong, or the file cannot be opened. */
    FORGED,
    /** The file is signed by the association, but contradicts the applied list. Keep both as evidence. */
    FORKED,
    /** The delta is signed by the association, but does not fit the local list. A full list repairs this. */
    DIFFERS,
    /** The file is signed by the association, but contradicts itself, or has a wrong format or kind. */
    MALFORMED,
    /** The list has the format from before lines of business existed. A full list replaces it. */
    FORMER_FORMAT;

    /** @param detail see {@link VerificationResult.NotGenuine} */
    <T> VerificationResult.NotGenuine<T> found(String detail) {
        return new VerificationResult.NotGenuine<>(this, detail);
    }
}
