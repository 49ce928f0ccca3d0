package jinbo.accesslog.verifier;

import java.nio.file.Path;

/** A small log with everything that an auditor may have, for tests of other packages. */
public final class AuditorFilesFixture {

    private static final int SIZE = 21;
    private static final int PROVEN = 5;

    private AuditorFilesFixture() {}

    /** Writes {@code key}, {@code export/}, {@code kept}, {@code manifest.json}, {@code proof} and {@code entry}. */
    public static void write(Path folder) {
        LogFixture log = LogFixture.of(SIZE);
        log.export(folder.resolve("export"));
        LogFixture.write(folder.resolve("key"), LogFixture.SIGNER.key());
        LogFixture.write(folder.resolve("kept"), log.first(SIZE / 2).checkpoint());
        LogFixture.write(folder.resolve("manifest.json"), log.first(SIZE - 1).manifest(1, 3, 0));
        LogFixture.write(folder.resolve("proof"), log.proof(PROVEN));
        LogFixture.write(folder.resolve("entry"), log.entries().get(PROVEN));
    }
}
