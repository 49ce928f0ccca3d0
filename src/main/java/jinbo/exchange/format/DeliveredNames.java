package jinbo.exchange.format;

/**
 * The names that the association gives to what it delivers ({@code exchange-formats/README.md}). They mean a file of
 * their folder on every system; another name that a server shows may not, as {@code D:x.pgp} does on Windows.
 */
public final class DeliveredNames {

    private DeliveredNames() {}

    /** Whether a name is one of them, for whichever insurer. */
    public static boolean contains(String name) {
        return AnswerNames.isOne(name)
                || ManifestName.parse(name).isPresent()
                || BlockListName.parse(name).isPresent()
                || CaseFileName.parse(name).isPresent()
                || CertificateName.isOne(name);
    }
}
