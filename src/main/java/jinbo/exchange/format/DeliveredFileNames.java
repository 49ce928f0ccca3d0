package jinbo.exchange.format;

/**
 * The names that the association gives to what it delivers ({@code exchange-formats/README.md}). They mean a file of
 * their folder on every system; another name that a server shows may not, as {@code D:x.pgp} does on Windows.
 */
public final class DeliveredFileNames {

    private DeliveredFileNames() {}

    /** Whether a name is one of them, for whichever insurer. */
    public static boolean contains(String name) {
        return AnswerFileNames.isOne(name)
                || ManifestFileName.parse(name).isPresent()
                || BlockListFileName.parse(name).isPresent()
                || CaseFileName.parse(name).isPresent()
                || CertificateFileName.isOne(name);
    }
}
