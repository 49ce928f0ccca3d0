package jinbo.batch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import jinbo.accesslog.Actor;
import jinbo.testing.AttackTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An attacker with the program's database login forges decisions. */
class ForgedRecordsIT {

    @TempDir
    private static Path folder;

    private static DecidedExchangeFixture exchange;
    private static JdbcClient login;

    @BeforeAll
    static void peopleHaveDecided() {
        exchange = new DecidedExchangeFixture(folder);
        login = JdbcClient.create(exchange.worked().exchange().bean(DataSource.class));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a colleague's password replaced | password of qian: is not what its entry records | update person_password set hash = '{bcrypt}$2a$10$x' where person = 'qian'
            a host key pinned | insurer BEIDOU: is not what its entry records | update insurer set drop_keys = array_append(drop_keys, 'SHA256:mine') where code = 'BEIDOU'
            a key destroyed in the record alone, so that its registrations are compared no more | destroyed key 2012: no entry records it | insert into destroyed_subject_key values (2012, now())
            a lapse of agreements, back-dated | insurer YUNHE: is not what its entry records | insert into insurer_standing (insurer, at, event, ends_on, reason) values ('YUNHE', '2012-09-21T00:00Z', 'LAPSED', '2012-09-22', 'x')
            a person with an agreement whom nobody has admitted | person mallory: no entry records it | insert into person values (77, 'mallory', 'Mallory', 'AUDITOR', 'ssh-ed25519 AAAA', now(), 'li', 'wang'); insert into person_agreement (person, confidentiality_since, recorded_at, recorded_by, confirmed_by) values ('mallory', '2012-01-01', now(), 'li', 'wang')
            a release of a held upload that nobody decided | decision on held file ID, answer 2: no entry records it | insert into held_decision select min(id), 2, 'RELEASE', 'x', 'li', now(), 'OPERATOR', 'jinbo', 'wang' from inbound_file where status = 'HELD'
            a ruling on a case | case NUMBER: is not what its entry records | insert into call_case_decision (call_case, ruling, grounds, reason, evidence_sha256, decided_by, confirmed_by, at) select id, 'NOT_BLOCKED', '{}', 'x', repeat('0', 64), 'li', 'wang', now() from call_case
            a sanction lifted | sanction 1: is not what its entry records | insert into sanction_event (sanction, event, at, actor) values (1, 'LIFTED', now(), 'li, wang')
            """)
    void detectsForgery(String what, String expected, String statements) {
        List<String> found = new TransactionTemplate(
                        new JdbcTransactionManager(exchange.worked().exchange().bean(DataSource.class)))
                .execute(status -> {
                    // undone, so that each forgery is verified separately
                    status.setRollbackOnly();
                    for (String statement : statements.split("; ")) {
                        login.sql(statement).update();
                    }
                    return CompareRecordsWithLog.compare(login, exchange.kinds())
                            .examples();
                });

        AttackTable.row(
                "local: " + what + ", by SQL with the program's login",
                expected,
                String.join("; ", found)
                        .replaceAll("entry [0-9]+ of the access log records", "its entry records")
                        .replace("no entry of the access log records it", "no entry records it")
                        .replaceAll("file [0-9]+", "file ID")
                        .replaceAll("C[0-9]{4}-[0-9A-Z]{8}-[0-9A-Z]", "NUMBER"));
    }

    @Test
    void verifyRegistryReportsForgedRecords() {
        login.sql(
                        "insert into person values (78, 'trudy', 'Trudy', 'AUDITOR', 'ssh-ed25519 BBBB', now(), 'li', 'wang')")
                .update();
        try {
            List<RuleResult> ruleResults =
                    exchange.worked().exchange().bean(VerifyRegistry.class).verify(Actor.commandLine());

            assertThat(ruleResults)
                    .filteredOn(ruleResult -> !ruleResult.holds())
                    .singleElement()
                    .satisfies(ruleResult -> assertThat(ruleResult.examples())
                            .containsExactly("person trudy: no entry of the access log records it"));
        } finally {
            exchange.worked()
                    .tamper("set session_replication_role = replica; delete from person where name = 'trudy';"
                            + "set session_replication_role = origin");
        }
    }

    /** Loaded data has log entries; bundled data exists once and completely. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into calendar_version values (77, '2012-2026.77')",
                "insert into calendar_day values (1, '2012-09-22', 'HOLIDAY', 'x')"
            })
    void refusesChangesOfTheBundledCalendar(String statement) {
        assertThatThrownBy(() -> login.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("calendar");
    }

    @Test
    void reportsCalendarThatNobodyLoaded() {
        List<String> found = new TransactionTemplate(
                        new JdbcTransactionManager(exchange.worked().exchange().bean(DataSource.class)))
                .execute(status -> {
                    status.setRollbackOnly();
                    login.sql("insert into calendar_version values (77, '2012-2026.77', now(), 'li, wang')")
                            .update();
                    return CompareRecordsWithLog.compare(login, exchange.kinds())
                            .examples();
                });

        assertThat(found).containsExactly("calendar 2012-2026.77: no entry of the access log records it");
    }
}
