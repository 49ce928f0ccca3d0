package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.accesslog.verifier.VerificationOutcome;
import jinbo.accesslog.verifier.VerifyLog;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log continues its signed heads or raises an alarm, whatever happens to the database. */
class LogTreeIT {

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    Path exports;

    private TestSlice parts;
    private AccessLog log;
    private LogTree tree;

    @BeforeEach
    void open() {
        parts = new TestSlice(clock, "jinbo.accesslog");
        log = parts.bean(AccessLog.class);
        tree = parts.bean(LogTree.class);
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void anEntryIsCoveredByTheNextCheckpointAndTheOneAfterContinuesThat() {
        LogTree.CoveredEntry first = tree.cover(access("one"));
        LogTree.CoveredEntry second = tree.cover(access("two"));

        assertThat(first.index()).isEqualTo(1);
        assertThat(second.index()).isEqualTo(3);
        assertThat(first.checkpoint()).contains("\n2\n");
        assertThat(second.checkpoint()).contains("\n4\n");
        assertThat(tree.consistency(first.checkpoint(), second.checkpoint())).isNotEmpty();
        assertThat(tree.cover(1).checkpoint()).as("nothing new to sign").isEqualTo(second.checkpoint());
    }

    @Test
    void provesAnEntryThatAnotherThreadHasPlacedButNotSigned() {
        long entry = access("one");
        parts.bean(Sequencer.class).placeAll();

        LogEvidence.ProvenEntry proven = parts.bean(LogEvidence.class).proveEntry(entry);

        assertThat(proven.index()).isEqualTo(1);
        assertThat(proven.checkpoint()).contains("\n2\n");
    }

    @Test
    void whoAsksForAPlaceOutsideATransactionKeepsNoConnection() {
        long entry = access("one");

        for (int i = 0; i < parts.dataSource().getMaximumPoolSize() + 1; i++) {
            assertThat(tree.cover(entry).index()).isEqualTo(1);
        }
    }

    @Test
    void verifierAcceptsExportWithEveryPublishedCheckpoint() throws IOException {
        List<Path> kept = new ArrayList<>();
        for (int i = 0; i < 270; i++) {
            access("file " + i);
            if (i % 90 == 0) {
                kept.add(Files.writeString(exports.resolve("kept-" + i), tree.sign()));
            }
        }
        AccessPermit permit = log.begin(accessTo("list"));
        log.complete(
                permit,
                AccessResult.of("SEALED", 3)
                        .with(new LoggedList(1, "0".repeat(64)))
                        .with(new LoggedRegistrations(1, 1, 3, "f".repeat(64))));

        long size = parts.bean(LogEvidence.class).export(exports.resolve("export"));

        assertThat(size).isEqualTo(542);
        assertThat(verify(kept)).isInstanceOfSatisfying(VerificationOutcome.Whole.class, whole -> {
            assertThat(whole.size()).isEqualTo(542);
            assertThat(whole.kept()).isEqualTo(kept.size());
        });
    }

    @ParameterizedTest
    @CsvSource({"PLACING_ENTRIES", "ENTRIES_PLACED", "CHECKPOINT_KEPT"})
    void deathBetweenEntryTreeAndCheckpointLeavesNoGap(FaultPoint where) throws IOException {
        access("before");
        String handedOut = tree.sign();
        access("after");
        parts.withFaultPoints(point -> {
            if (point == where) {
                throw new IllegalStateException("the process dies here");
            }
        });
        assertThatThrownBy(tree::sign).hasMessage("the process dies here");
        parts.withFaultPoints(point -> {});

        assertThat(alarmsAtStart()).isEmpty();
        access("next");
        parts.bean(LogEvidence.class).export(exports.resolve("export"));

        assertThat(verify(List.of(Files.writeString(exports.resolve("kept"), handedOut)))
                        .isWhole())
                .isTrue();
        assertThat(parts.bean(AuditTrail.class).search(all()))
                .extracting(entry -> entry.index().orElseThrow())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an entry removed        | ENTRY_MISSING | delete from access_log_entry where id = 4
            entries swapped         | ENTRY_CHANGED | update access_log_place set entry = case entry when 3 then 4 else 3 end where entry in (3, 4)
            a place removed         | ENTRY_OUTSIDE | delete from access_log_place where index = 3
            an entry slipped in     | ENTRY_OUTSIDE | delete from access_log_pending; insert into access_log_entry (at, phase, actor, role, operating_system_user, action, purpose, object) values (now(), 'INTENT', 'a', 'BATCH', 'b', 'TAKE_IN', 'c', 'd')
            an entry slipped behind | ENTRY_OUTSIDE | insert into access_log_place values (6, (select max(id) + 1 from access_log_entry))
            the head turned back    | TREE_DAMAGED  | update access_log_head set size = 4
            a tile changed          | TREE_DAMAGED  | update access_log_tile set hashes = set_byte(hashes, 3, 7)
            a tile removed          | TREE_DAMAGED  | delete from access_log_tile
            """)
    void anAttackOnTheTablesIsAnAlarm(String attack, Alarm.Kind kind, String statements) {
        access("one");
        access("two");
        access("three");
        tree.sign();
        attack("alter table access_log_open drop constraint access_log_open_intent_fkey");
        attack(
                "alter table access_log_place drop constraint access_log_place_entry_fkey, drop constraint access_log_place_entry_key");
        attack("alter table access_log_entry disable trigger all; alter table access_log_place disable trigger all");
        attack(statements);

        assertThat(alarmsAtStart()).extracting(Alarm::kind).containsExactly(kind);
        assertThat(alarmsAtStart()).as("the same is told once").hasSize(1);
        assertThatExceptionOfType(AccessLogAlarmException.class)
                .isThrownBy(() -> parts.bean(LogAlarms.class).requireNone());
        assertThatExceptionOfType(AccessLogAlarmException.class).isThrownBy(() -> tree.cover(1));
    }

    @Test
    void theNumberThatWasLookedAtIsPartOfTheLeafAsAKeyedHash() throws IOException {
        SubjectKeys keys = parts.bean(SubjectKeys.class);
        Subject subject = keys.subjectOf(13810001234L, LocalDate.of(2012, 9, 21));
        log.complete(
                log.begin(new Access(
                        Actor.person("zhou", ActorRole.AUDITOR),
                        AccessAction.SEARCH_BY_NUMBER,
                        "the consumer asked",
                        Optional.empty(),
                        "one number",
                        Optional.of(subject))),
                "SEARCHED",
                1);

        parts.bean(LogEvidence.class).export(exports.resolve("export"));

        assertThat(verify(List.of()).isWhole()).isTrue();
        assertThat(Files.readString(exports.resolve("export/tile/entries/000.p/2"), StandardCharsets.ISO_8859_1))
                .contains("\"subject\":\"2012:" + subject.hmac() + "\"")
                .doesNotContain("13810001234");
        attack("alter table access_log_entry disable trigger all");
        Subject other = keys.subjectOf(13810001235L, LocalDate.of(2012, 9, 21));
        for (String forged : List.of("'" + other + "'", "null", "replace(subject, '2012:', '2013:')", "'2012'")) {
            attack("update access_log_entry set subject = " + forged + " where id = 2");
            assertThat(found()).as(forged).hasValue("ENTRY_CHANGED at index 1");
            attack("update access_log_entry set subject = '" + subject + "' where id = 2");
        }
        assertThat(found()).as("all is as before").isEmpty();
    }

    @Test
    void restoredDatabaseRaisesAlarmUntilTwoPeopleAccept() {
        Steps steps = new Steps();
        steps.take("the log is backed up", () -> {
            access("one");
            tree.sign();
            snapshotLog("backup");
        });
        String lost = steps.take("it goes on", () -> {
            access("two");
            return tree.sign();
        });
        steps.take("the backup is restored", () -> restoreLog("backup"));
        steps.take("the log is found shorter than its checkpoint, and is not signed", () -> {
            assertThat(alarmsAtStart()).extracting(Alarm::kind).containsExactly(Alarm.Kind.LOG_SHORTER_THAN_CHECKPOINT);
            access("three");
            assertThatExceptionOfType(AccessLogAlarmException.class)
                    .isThrownBy(tree::sign)
                    .withMessageMatching(
                            "The access log is not what it was \\([^;]*2 entries instead of 4[^;]*\\), .*");
        });
        steps.take("two people accept that", () -> {
            LogAlarms alarms = parts.bean(LogAlarms.class);
            alarms.accept(
                    alarms.open(),
                    Actor.person("li", ActorRole.KEY_OFFICER).confirmedBy("wang"),
                    "the disk was lost; the backup is of yesterday");
        });
        steps.take("it is signed again, and the lost checkpoint kept", () -> {
            assertThat(alarmsAtStart()).isEmpty();
            assertThat(tree.sign()).isNotEqualTo(lost);
            assertThat(parts.bean(Home.class).checkpoints().resolve("before-alarm-1"))
                    .hasContent(lost);
        });
        steps.take(
                "the acceptance is recorded with its reason",
                () -> assertThat(parts.sql()
                                .sql("select accepted_by || ': ' || reason from access_log_acceptance")
                                .query(String.class)
                                .single())
                        .isEqualTo("li, confirmed by wang: the disk was lost; the backup is of yesterday"));
    }

    @Test
    void restoredLogThatGrowsRaisesNoFurtherAlarm() {
        access("one");
        tree.sign();
        snapshotLog("backup");
        access("two");
        access("three");
        tree.sign();
        restoreLog("backup");
        List<Alarm> first = alarmsAtStart();

        for (String entry : List.of("another two", "another three", "four", "five")) {
            access(entry);
            assertThatExceptionOfType(AccessLogAlarmException.class).isThrownBy(tree::sign);
            assertThat(alarmsAtStart()).as(entry).isEqualTo(first);
        }
    }

    /** As where a start checks a restored log while another thread signs it. */
    @Test
    void twoThreadsThatFindTheSameAtTheSameTimeRaiseOneAlarm() throws Exception {
        LogAlarms alarms = parts.bean(LogAlarms.class);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> other = parts.bean(LogTransactions.class).withTreeLock(() -> {
                parts.bean(JdbcClient.class)
                        .sql(
                                "insert into access_log_alarm (kind, detail, at) values (?, '0 entries instead of 34', now())")
                        .param(Alarm.Kind.LOG_SHORTER_THAN_CHECKPOINT.name())
                        .update();
                Future<?> raising = threads.submit(
                        () -> alarms.raise(Alarm.Kind.LOG_SHORTER_THAN_CHECKPOINT, "24 entries instead of 34"));
                parts.awaitWaitingForLock(1);
                return raising;
            });
            other.get();
        } finally {
            threads.shutdown();
        }

        assertThat(alarms.open()).extracting(Alarm::detail).containsExactly("0 entries instead of 34");
    }

    @Test
    void newerCheckpointOfADayShowsRestore() throws IOException {
        Path checkpoints = parts.bean(Home.class).checkpoints();
        OwnerOnlyFile latest = new OwnerOnlyFile(checkpoints.resolve("latest"));
        Steps steps = new Steps();
        String older = steps.take("the log is backed up, with its checkpoint", () -> {
            access("one");
            tree.sign();
            snapshotLog("backup");
            return latest.read();
        });
        String newer = steps.take("it goes on for two days", () -> {
            clock.pass(Duration.ofDays(1));
            access("two");
            tree.sign();
            clock.pass(Duration.ofDays(1));
            access("three");
            return tree.sign();
        });
        steps.take("both are put back, and the newest day's is made the older one, too", () -> {
            restoreLog("backup");
            latest.write(older);
            new OwnerOnlyFile(checkpoints.resolve("2012-09-23")).write(older);
        });
        String found = steps.take("a start finds it", () -> found().orElse("nothing"));
        AttackTable.row(
                "local: the database is put back together with `checkpoints/latest`, checkpoints of days stay",
                "LOG_SHORTER_THAN_CHECKPOINT 2 entries instead of 4, checkpoints/2012-09-22",
                found);
        steps.take("with that of the newest day, nothing is signed", () -> {
            new OwnerOnlyFile(checkpoints.resolve("2012-09-23")).write(newer);
            access("another two");
            assertThatExceptionOfType(AccessLogAlarmException.class)
                    .isThrownBy(tree::sign)
                    .withMessageContaining("4 entries instead of 6, checkpoints/2012-09-23");
        });
        steps.take("two people accept that, and what contradicts is put aside", () -> {
            LogAlarms alarms = parts.bean(LogAlarms.class);
            alarms.accept(
                    alarms.open(), Actor.person("li", ActorRole.KEY_OFFICER).confirmedBy("wang"), "a backup");
            assertThat(checkpoints.resolve("2012-09-22")).doesNotExist();
            assertThat(checkpoints.toFile().list((in, name) -> name.endsWith("-2012-09-22")))
                    .hasSize(1);
            assertThat(checkpoints.resolve("2012-09-21")).hasContent(older);
        });
        steps.take("and the log goes on", () -> {
            access("another three");
            tree.sign();
            assertThat(parts.bean(CheckLog.class).all(index -> {})).isEmpty();
        });
    }

    @Test
    void theCheckpointOfEachDayIsComparedWhereAllIsLookedAt() throws IOException {
        Path checkpoints = parts.bean(Home.class).checkpoints();
        access("one");
        tree.sign();
        try (TestSlice another = new TestSlice(clock, "jinbo.accesslog")) {
            another.bean(AccessLog.class).begin(accessTo("of another log"));
            new OwnerOnlyFile(checkpoints.resolve("2012-09-01"))
                    .write(another.bean(LogTree.class).sign());
        }

        assertThat(alarmsAtStart()).isEmpty();
        assertThat(parts.bean(CheckLog.class).all(index -> {}))
                .extracting(Alarm::kind)
                .containsExactly(Alarm.Kind.CHECKPOINT_NOT_SIGNED);
    }

    @Test
    void aLogThatWentOnFromAnOlderBackUpIsAForkAndIsNotSigned() {
        access("one");
        tree.sign();
        snapshotLog("backup");
        access("two");
        tree.sign();
        restoreLog("backup");
        clock.pass(Duration.ofMinutes(1));
        access("another two");
        access("another three");

        assertThatExceptionOfType(AccessLogAlarmException.class)
                .isThrownBy(tree::sign)
                .withMessageMatching("The access log is not what it was \\(" + Alarm.Kind.LOG_CONTRADICTS_CHECKPOINT
                        + " [^;]*\\), .*");
        assertThat(alarmsAtStart()).hasSize(1);
    }

    @Test
    void aHomeWithoutTheLastCheckpointOrWithAForgedOneIsFound() throws IOException {
        access("one");
        tree.sign();
        Path latest = parts.bean(Home.class).checkpoints().resolve("latest");
        String signed = Files.readString(latest);
        Files.delete(latest);

        assertThat(alarmsAtStart()).extracting(Alarm::kind).containsExactly(Alarm.Kind.CHECKPOINT_MISSING);

        Files.writeString(latest, signed.replace("\n2\n", "\n1\n"));
        Files.setPosixFilePermissions(latest, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));

        assertThat(alarmsAtStart())
                .extracting(Alarm::kind)
                .containsExactly(Alarm.Kind.CHECKPOINT_MISSING, Alarm.Kind.CHECKPOINT_NOT_SIGNED);
    }

    @Test
    void withoutTheKeyEveryAccessIsRefusedAndNoNewKeyIsMade() throws IOException {
        access("one");
        tree.sign();
        Path key = parts.bean(Home.class).keys().resolve("access-log.key");
        Files.move(key, exports.resolve("key"));

        assertThatExceptionOfType(AccessLogUnavailableException.class)
                .isThrownBy(() -> log.begin(accessTo("two")))
                .havingCause()
                .isInstanceOf(HomeException.class)
                .withMessageContaining("nobody can access phone numbers");
        assertThat(key).doesNotExist();

        Files.move(exports.resolve("key"), key);
        access("two");
        assertThat(tree.sign()).contains("\n4\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleIsAWordOfTheFormat(ActorRole role) {
        assertThat(jinbo.accesslog.tlog.LogEntry.Role.valueOf(role.name())).isNotNull();
    }

    private long access(String object) {
        return log.complete(log.begin(accessTo(object)), "DONE", 1);
    }

    private List<Alarm> alarmsAtStart() {
        return parts.bean(CheckLog.class).atStart();
    }

    /** The finding of a start, without a lasting alarm. */
    private Optional<String> found() {
        List<Alarm> alarms = alarmsAtStart();
        attack("alter table access_log_alarm disable trigger all; delete from access_log_alarm");
        return alarms.stream().map(alarm -> alarm.kind() + " " + alarm.detail()).findFirst();
    }

    private void snapshotLog(String name) {
        attack("create schema " + name);
        for (String table : LOG) {
            attack("create table %s.%s as table public.%s".formatted(name, table, table));
        }
    }

    private void restoreLog(String name) {
        for (String table : LOG) {
            attack("alter table %s disable trigger all; delete from %s".formatted(table, table));
        }
        for (String table : LOG) {
            attack("insert into public.%s overriding system value table %s.%s".formatted(table, name, table));
            attack("alter table %s enable trigger all".formatted(table));
        }
        attack(
                "select setval(pg_get_serial_sequence('access_log_entry', 'id'), (select max(id) from access_log_entry))");
    }

    private static final List<String> LOG = List.of(
            "access_log_entry",
            "access_log_open",
            "access_log_pending",
            "access_log_place",
            "access_log_tile",
            "access_log_head",
            "access_log_checkpoint");

    private void attack(String statements) {
        try (var connection =
                        TestDatabase.owner(parts.dataSource().getJdbcUrl()).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(statements, e);
        }
    }

    @Test
    void checkpointOfADayAloneShowsThatOthersWereRemoved() throws IOException {
        access("one");
        tree.sign();
        attack("alter table access_log_checkpoint disable trigger all; delete from access_log_checkpoint");
        Files.delete(parts.bean(Home.class).checkpoints().resolve("latest"));

        assertThat(alarmsAtStart()).extracting(Alarm::kind).containsExactly(Alarm.Kind.CHECKPOINT_MISSING);
    }

    private VerificationOutcome verify(List<Path> kept) throws IOException {
        Path key = Files.writeString(exports.resolve("log.vkey"), tree.verifierKey());
        return new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                .verify(key, exports.resolve("export"), kept, List.of());
    }

    private static AccessSearch all() {
        return new AccessSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1000);
    }

    private static Access accessTo(String object) {
        return new Access(
                new Actor("batch", ActorRole.BATCH, "jinbo", Optional.empty()),
                AccessAction.TAKE_IN,
                "complaints become registrations",
                Optional.of("YUNHE"),
                object);
    }
}
