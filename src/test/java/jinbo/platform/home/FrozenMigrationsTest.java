package jinbo.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Migrations are frozen: a database that has run one never runs it again, so a change is a migration of its own. The list
 * is in the form of {@code sha256sum}; a new migration adds a line.
 */
class FrozenMigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path FROZEN = Path.of("src/test/resources/jinbo/platform/home/frozen-migrations.sha256");

    @Test
    void noMigrationWasEditedAndEachIsListed() throws IOException, NoSuchAlgorithmException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("V"))
                    .toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                found.add(HexFormat.of().formatHex(digest) + "  " + file.getFileName());
            }
        }

        assertThat(found)
                .as("a change of the schema is a new migration, and a new migration is a new line of " + FROZEN)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(FROZEN));
    }
}
