package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fails the test if a text, for example a phone number, is where it must not be.
 *
 * @param secrets the texts
 */
public record LeakCheck(List<String> secrets) {

    /** The texts, each of which must be nowhere. */
    public static LeakCheck of(String... secrets) {
        return new LeakCheck(List.of(secrets));
    }

    /** What commands have shown holds none of the texts. */
    public void assertNoneIn(List<CommandOutput> commands) {
        assertThat(commands)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(command.shown()).doesNotContain(secrets));
    }

    /**
     * No row of these tables holds one of the texts.
     *
     * @param tables a query for their names
     */
    public void assertNoneIn(JdbcClient sql, String tables) {
        List<String> names = sql.sql(tables).query(String.class).list();
        assertThat(names).isNotEmpty();
        for (String table : names) {
            assertThat(sql.sql("select t::text from \"" + table + "\" t")
                            .query(String.class)
                            .list())
                    .as(table)
                    .noneMatch(row -> secrets.stream().anyMatch(row::contains));
        }
    }

    /** No file below a folder holds one of the texts, nor does its name. */
    public void assertNoneBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secrets);
                assertThat(folder.relativize(file).toString()).doesNotContain(secrets);
            }
        }
    }
}
