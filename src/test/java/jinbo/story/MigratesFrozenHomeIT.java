package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jinbo.accesslog.Actor;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.LineCode;
import jinbo.testing.SettableClock;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A home of the first set of migrations, kept as a dump of its database and its keys, comes to the newest version with all
 * that it holds: three insurers, two uploads, lists, a consumer's choice and a case ({@code docs/decisions/0016-one-set-of-migrations.md}).
 */
class MigratesFrozenHomeIT {

    private static final Path FROZEN = Path.of("src/test/resources/jinbo/story/frozen-home");
    private static final String LATER = "2012-10-11T09:00:00+08:00";

    @TempDir
    private Path home;

    private final String url = TestDatabase.freshUrl();
    private final DataSource owner = TestDatabase.owner(url);

    @BeforeEach
    void restore() throws IOException {
        FileSystemUtils.copyRecursively(FROZEN.resolve("home"), home);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwx------" : "rw-------"));
            }
        }
        new JdbcTemplate(owner)
                .execute("drop schema public cascade; create schema public;"
                        + Files.readString(FROZEN.resolve("database.sql")));
        Flyway.configure().dataSource(owner).load().migrate();
    }

    @Test
    void noFrozenMigrationRunsAgain() {
        Flyway.configure().dataSource(owner).load().validate();

        assertThat(JdbcClient.create(owner)
                        .sql("select distinct script from flyway_schema_history where version::int <= 8")
                        .query(String.class)
                        .list())
                .hasSize(8);
    }

    @Test
    void everythingThatItHoldsAgreesAndWorkGoesOn() {
        try (TestExchange exchange =
                TestExchange.reopen(home, new SettableClock(LATER), Map.of("spring.datasource.url", url))) {
            assertThat(exchange.bean(Insurers.class).all())
                    .extracting(Insurer::code)
                    .extracting(Object::toString)
                    .containsExactly("BEIDOU", "CHANGQING", "YUNHE");
            assertThat(exchange.count("call_case")).isEqualTo(1);
            assertThat(exchange.count("registration_batch")).isEqualTo(3);
            assertThat(exchange.count("block_list")).isEqualTo(6);
            assertThat(exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()))
                    .allMatch(RuleResult::holds);
        }
    }

    @Test
    void listsOfBeforeThereWereLinesFollowAlsoOnceTheInsurerSellsAnotherLine() {
        try (TestExchange exchange =
                TestExchange.reopen(home, new SettableClock(LATER), Map.of("spring.datasource.url", url))) {
            exchange.bean(Insurers.class)
                    .addLine(
                            new InsurerCode("BEIDOU"),
                            new LineCode("LIFE"),
                            LocalDate.of(2012, 10, 12),
                            OffsetDateTime.parse(LATER).toInstant());

            assertThat(exchange.bean(VerifyRegistry.class)
                            .verify(Actor.commandLine(), VerifyRegistry.RederivedLists.ALL))
                    .allMatch(RuleResult::holds);
        }
    }

    @Test
    void aLineThatIsPutInAsIfItWereOfBeforeIsFound() {
        try (TestExchange exchange =
                TestExchange.reopen(home, new SettableClock(LATER), Map.of("spring.datasource.url", url))) {
            new JdbcTemplate(owner).execute("""
                    set role jinbo_runtime;
                    insert into insurer_line (insurer, line, scope, since)
                    select insurer, line, scope, '2012-10-20' from insurer_line where insurer = 'YUNHE';
                    reset role
                    """);

            assertThat(exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()))
                    .filteredOn(result -> !result.holds())
                    .singleElement()
                    .satisfies(result -> assertThat(result.examples()).containsExactly("insurer YUNHE in LIFE"))
                    .extracting(RuleResult::code)
                    .hasToString("LINES_ARE_WHAT_THEY_WERE");
        }
    }

    /** {@code LIFE} stays, {@code PROPERTY} becomes other property insurance and motor insurance, and the next lists say so. */
    @Test
    void sectorsBecomeLinesOfBusiness() throws IOException {
        for (String insurer : List.of("BEIDOU", "CHANGQING", "YUNHE")) {
            for (String folder : List.of("upload", "archive", "download")) {
                Files.createDirectories(home.resolve("drops").resolve(insurer).resolve(folder));
            }
        }
        try (TestExchange exchange =
                TestExchange.reopen(home, new SettableClock(LATER), Map.of("spring.datasource.url", url))) {
            assertThat(exchange.bean(Insurers.class).all())
                    .flatExtracting(Insurer::lines)
                    .extracting(line -> line.name() + " " + line.scope())
                    .containsExactly("BEIDOU/MOTOR 8003", "BEIDOU/PROPERTY 16003", "CHANGQING/LIFE 2", "YUNHE/LIFE 1");
            assertThat(exchange.publish().problems()).isEmpty();

            assertThat(exchange.lists("BEIDOU").manifest(3).kind()).isEqualTo(ListKind.FULL);
            assertThat(exchange.lists("BEIDOU").text(3))
                    .isEqualTo("mobile,business_line,effective_on,expires_on\r\n"
                            + "13810001401,MOTOR,2012-10-09,2013-04-09\r\n"
                            + "13810001401,PROPERTY,2012-10-09,2013-04-09\r\n");
            assertThat(exchange.lists("YUNHE").text(3)).contains(",LIFE,").doesNotContain(",MOTOR,", ",PROPERTY,");
            assertThat(exchange.bean(VerifyRegistry.class)
                            .verify(Actor.commandLine(), VerifyRegistry.RederivedLists.ALL))
                    .allMatch(RuleResult::holds);
        }
    }

    @Test
    void aChoiceOfTheSectorThatNoInsurerWasOfBindsWhoJoinsItsLines() {
        String lifeOnly = TestDatabase.freshUrl();
        DataSource database = TestDatabase.owner(lifeOnly);
        JdbcClient sql = JdbcClient.create(database);
        sql.sql("drop schema public cascade").update();
        sql.sql("create schema public").update();
        Flyway.configure()
                .dataSource(database)
                .target("8")
                .repeatableSqlMigrationPrefix("of no version")
                .load()
                .migrate();
        sql.sql(
                        "insert into block_page (thousand, scope, blocks, revision) values (13810001, 32002, '\\x64491c92ef', 1)")
                .update();

        Flyway.configure().dataSource(database).load().migrate();

        assertThat(sql.sql("select mobile || ' ' || scope from block order by scope")
                        .query(String.class)
                        .list())
                .containsExactly("13810001401 32003", "13810001401 32004");
        assertThat(sql.sql("select means from block_scope where scope = 32002 order by means")
                        .query(Integer.class)
                        .list())
                .containsExactly(32003, 32004);
    }
}
