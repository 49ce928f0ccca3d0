package jinbo.exchange.sftp;

/** The names to try for a file in {@code archive/}, where nothing is ever overwritten. */
@FunctionalInterface
public interface ArchiveNames {

    /** @param attempt 1 for the first choice, 2 where that is taken, and so on */
    String candidate(int attempt);

    /** {@code name}, {@code name.2}, {@code name.3} and so on; a very long name is cut to make room for the number. */
    static ArchiveNames numbered(String name) {
        return attempt -> attempt == 1 ? name : SafeFileName.shortened(name) + "." + attempt;
    }
}
