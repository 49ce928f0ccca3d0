package jinbo.accesslog.verifier;

import java.nio.file.Path;

/** A small log with everything that an auditor may have, for tests of other packages. */
public final class VerifiedLogs {

    private static final int SIZE = 21;
    private static final int PROVEN = 5;

    private VerifiedLogs() {}

    /** Writes {@code key}, {@code export/}, {@code kept}, {@code manifest.json}, {@code proof} and {@code entry}. */
    public static void write(Path folder) {
        MadeLog log = MadeLog.of(SIZE);
        log.export(folder.resolve("export"));
        MadeLog.write(folder.resolve("key"), MadeLog.SIGNER.key());
        MadeLog.write(folder.resolve("kept"), log.first(SIZE / 2).checkpoint());
        MadeLog.write(folder.resolve("manifest.json"), log.first(SIZE - 1).manifest(1, 3, 0));
        MadeLog.write(folder.resolve("proof"), log.proof(PROVEN));
        MadeLog.write(folder.resolve("entry"), log.entries().get(PROVEN));
    }
}
