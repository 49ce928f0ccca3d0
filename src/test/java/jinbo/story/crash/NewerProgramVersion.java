package jinbo.story.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The program in a newer version, with more migrations of the database than the exchange has seen. */
final class NewerProgramVersion {

    private static final int FIRST = 9001;

    private NewerProgramVersion() {}

    /**
     * The settings of a program that brings so many migrations.
     *
     * @param home beside which they are kept
     * @param migrations none for the program as it is
     */
    static Map<String, String> settings(Path home, int migrations) {
        if (migrations == 0) {
            return Map.of();
        }
        Path folder = home.resolveSibling(home.getFileName() + "-newer");
        try {
            Files.createDirectories(folder);
            for (int version = FIRST; version < FIRST + migrations; version++) {
                Files.writeString(
                        folder.resolve("V" + version + "__Newer.sql"), "create table newer_" + version + " (x int);");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("spring.flyway.locations", "classpath:db/migration,filesystem:" + folder);
    }
}
