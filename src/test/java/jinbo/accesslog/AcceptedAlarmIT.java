package jinbo.accesslog;

import static jinbo.testing.ExpectedError.code;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.accesslog.verifier.VerificationOutcome;
import jinbo.accesslog.verifier.VerifyLog;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After two people have accepted an alarm the log works again, and later faults raise new alarms. */
class AcceptedAlarmIT {

    private static final Actor TWO = Actor.person("li", ActorRole.KEY_OFFICER).confirmedBy("wang");

    private static final String TIME = "2012-09-21T09:00:00+08:00";

    private static TestSlice begun;
    private static String before;

    private final SettableClock clock = new SettableClock(TIME);

    @TempDir
    Path folder;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private TestSlice parts;
    private SampleAccesses accesses;
    private LogTree tree;

    @BeforeAll
    static void aLogOfTwoTiles() {
        SettableClock clock = new SettableClock(TIME);
        begun = new TestSlice(clock, "jinbo.accesslog");
        new SampleAccesses(begun.bean(AccessLog.class)).whole(130);
        before = begun.bean(LogTree.class).sign();
        begun.sql().sql("""
                alter table access_log_entry disable trigger all;
                alter table access_log_place disable trigger all;
                alter table access_log_open drop constraint access_log_open_intent_fkey;
                alter table access_log_pending drop constraint access_log_pending_entry_fkey;
                alter table access_log_place drop constraint access_log_place_entry_fkey
                """).update();
    }

    @BeforeEach
    void aCopyOfIt() {
        parts = begun.copy(clock, "jinbo.accesslog");
        accesses = new SampleAccesses(parts.bean(AccessLog.class));
        tree = parts.bean(LogTree.class);
        clock.pass(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        thread.shutdown();
        parts.close();
    }

    @AfterAll
    static void closeTheFirst() {
        begun.close();
    }

    @Test
    void checkBeforeDecisionDoesNotRaiseAcceptedAlarmAgain() {
        LogAlarms alarms = parts.bean(LogAlarms.class);
        long decisions = alarms.countDecisions();
        attack("update access_log_tile set hashes = set_byte(hashes, 3, 7) where level = 0 and n = 0");
        Alarm found = look().get(0);
        accept();

        boolean raised = alarms.raise(new LogFindingException(found.kind(), found.detail()), decisions);

        assertThat(raised).isFalse();
        assertThat(alarms.open()).isEmpty();
        assertThat(alarms.raise(new LogFindingException(found.kind(), found.detail()), alarms.countDecisions()))
                .as("by who looks after it")
                .isTrue();
    }

    @Test
    void checkThatWaitsForDecisionDoesNotRaiseAcceptedAlarmAgain() throws Exception {
        attack("update access_log_tile set hashes = set_byte(hashes, 3, 7) where level = 0 and n = 0");
        Alarm found = look().get(0);

        Future<List<Alarm>> check = parts.bean(LogTransactions.class).withTreeLock(() -> {
            parts.bean(JdbcClient.class)
                    .sql(
                            "insert into access_log_acceptance (alarm, accepted_by, reason, at) values (?, 'li', 'x', now())")
                    .param(found.id())
                    .update();
            parts.bean(LogAlarms.RebuildTree.class).rebuild();
            Future<List<Alarm>> looking = thread.submit(this::look);
            parts.awaitWaitingForLock(1);
            return looking;
        });

        assertThat(check.get()).isEmpty();
    }

    /** Otherwise an ended access stays open for ever, and whoever ends the open accesses of an insurer fails. */
    @Test
    void accessThatEndsDuringTheRebuildIsNotOpenAfterIt() throws Exception {
        AccessLog log = parts.bean(AccessLog.class);
        PendingWork work = parts.bean(PendingWork.class);
        AccessPermit lostRow = log.begin(SampleAccesses.to("one"));
        AccessPermit ends = log.begin(SampleAccesses.to("another"));
        attack("delete from access_log_open where intent = " + lostRow.accessId());

        Future<?> rebuild = parts.inTransaction(() -> {
            parts.bean(JdbcClient.class)
                    .sql("insert into access_log_open (intent, insurer, action) values (?, 'YUNHE', 'TAKE_IN')")
                    .param(lostRow.accessId())
                    .update();
            Future<?> rebuilding = thread.submit(work::rebuild);
            parts.awaitWaitingForLock(1);
            log.complete(ends, "DONE", 1);
            return rebuilding;
        });
        rebuild.get();

        assertThatNoException().isThrownBy(work::checkOpenAccesses);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a leaf tile changed        | TREE_DAMAGED  | true  | update access_log_tile set hashes = set_byte(hashes, 3, 7) where level = 0 and n = 0
            a tile above changed       | TREE_DAMAGED  | true  | update access_log_tile set hashes = set_byte(hashes, 3, 7) where level = 1
            all tiles removed          | TREE_DAMAGED  | true  | delete from access_log_tile
            a tile too long            | TREE_DAMAGED  | true  | update access_log_tile set hashes = (select hashes from access_log_tile where level = 0 and n = 0) where n = 1
            a tile too many            | TREE_DAMAGED  | true  | insert into access_log_tile values (0, 2, sha256('x'))
            the head's size changed    | TREE_DAMAGED  | true  | update access_log_head set size = 10000000
            the head's root changed    | TREE_DAMAGED  | true  | update access_log_head set root = sha256('x')
            an entry changed           | ENTRY_CHANGED | false | update access_log_entry set numbers = 2 where id = 4
            a result removed           | ENTRY_MISSING | false | delete from access_log_entry where id = 4; delete from access_log_place where entry = 4; insert into access_log_open select intent, insurer, action from access_log_entry where false
            a result's row removed     | ENTRY_MISSING | false | delete from access_log_entry where id = 4
            the last place removed     | ENTRY_MISSING | true  | delete from access_log_place where index = 259; insert into access_log_pending values (260)
            a note twice               | ENTRY_OUTSIDE | true  | insert into access_log_pending values (7)
            an entry slipped in        | ENTRY_OUTSIDE | true  | insert into access_log_entry (at, phase, actor, role, operating_system_user, action, purpose, insurer, object, outcome) values ('2012-09-21 01:01:00Z', 'REFUSAL', 'a', 'BATCH', 'b', 'TAKE_IN', 'c', 'YUNHE', 'd', 'e')
            an open access too many    | OPEN_ACCESSES_WRONG | true | insert into access_log_open values (1, 'YUNHE', 'TAKE_IN')
            """)
    void theLogCanBeUsedAgain(String wrong, Alarm.Kind kind, boolean continues, String statements) {
        Steps steps = new Steps();
        steps.take("the log is changed", () -> {
            attack(statements);
            assertThat(look()).extracting(Alarm::kind).containsExactly(kind);
        });
        steps.take(
                "the alarm is accepted",
                () -> assertThat(accept()).extracting(Alarm::kind).containsExactly(kind));
        steps.take("the log is sound", () -> assertThat(look()).isEmpty());
        String after = steps.take("it goes on", () -> {
            clock.pass(Duration.ofMinutes(1));
            accesses.whole(3);
            return tree.sign();
        });
        steps.take("what it signs continues what was signed before, where it may", () -> {
            assertThat(look()).isEmpty();
            assertThat(tree.consistency(before, after).isPresent())
                    .as("continues what was signed before")
                    .isEqualTo(continues);
        });
        steps.take("an auditor verifies its export", () -> {
            parts.bean(LogEvidence.class).export(folder.resolve("export"));
            assertThat(verify(List.of(after)).isWhole()).isTrue();
            assertThat(verify(List.of(before)).isWhole()).isEqualTo(continues);
        });
        steps.take("no place is missing", () -> assertThat(placesWithGaps()).isZero());
    }

    @Test
    void aLostIntentIsSaidToBeLostWhereItStoodAndAnAuditorIsToldSo() throws IOException {
        attack("delete from access_log_entry where id = 3");
        assertThat(look()).hasSize(1);
        accept();

        assertThat(look()).isEmpty();
        tree.sign();
        assertThat(parts.sql()
                        .sql("select phase || ' ' || outcome from access_log_entry where id = 3")
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSAL LOST, missed at 2012-09-21T01:01:00Z");
        parts.bean(LogEvidence.class).export(folder.resolve("export"));
        assertThat(verify(List.of()))
                .isInstanceOfSatisfying(
                        VerificationOutcome.Broken.class,
                        broken -> assertThat(broken.from()).isEqualTo(3));
    }

    @Test
    void whatWasAcceptedOnceIsToldWhenItHappensAgain() {
        attack("update access_log_entry set numbers = 2 where id = 4");
        look();
        accept();
        attack("update access_log_entry set numbers = 3 where id = 4");

        assertThat(look()).extracting(Alarm::detail).containsExactly("at index 3");
    }

    @Test
    void anAcceptanceThatSomebodySlipsInWithSqlLastsUntilTheNextLook() {
        attack("update access_log_entry set numbers = 2 where id = 4");
        look();
        attack("insert into access_log_acceptance select id, 'li', 'x', now() from access_log_alarm");
        assertThat(parts.bean(LogAlarms.class).open()).isEmpty();

        assertThat(look()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a tile too long           | TREE_DAMAGED  | update access_log_tile set hashes = (select hashes from access_log_tile where level = 0 and n = 0) where n = 1
            a tile gone               | TREE_DAMAGED  | delete from access_log_tile where n = 1
            a place taken             | ENTRY_OUTSIDE | insert into access_log_place values (260, 1000)
            a placed entry noted      | ENTRY_OUTSIDE | insert into access_log_pending values (7)
            a waiting entry unreadable | ENTRY_CHANGED | update access_log_entry set action = 'X' where id = 261
            """)
    void whatKeepsEntriesFromTheirPlacesIsAnAlarmAndNoSilence(String wrong, Alarm.Kind kind, String statements) {
        parts.bean(AccessLog.class).begin(SampleAccesses.to("next"));
        attack("alter table access_log_place drop constraint access_log_place_entry_key");
        attack("create unique index on access_log_place (entry)");
        attack(statements);

        assertThatExceptionOfType(AccessLogAlarmException.class)
                .isThrownBy(tree::sign)
                .withMessageMatching("The access log is not what it was \\(" + kind + " [^;]*\\), .*");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a word that is none   | update access_log_entry set action = 'X' where id = 4
            an entry at two places | alter table access_log_place drop constraint access_log_place_entry_key; update access_log_place set entry = 4 where index = 7
            too many lost         | delete from access_log_place where index > 0; insert into access_log_place select 5000, 5
            """)
    void whatNobodyCanReadIsNotAcceptedAndNothingIsDecided(String wrong, String statements) throws IOException {
        attack(statements);
        assertThat(look()).hasSize(1);

        assertThatExceptionOfType(AccessLogException.class)
                .isThrownBy(this::accept)
                .is(code("LOG_BEYOND_REPAIR"))
                .withMessageContaining("Restore the database from a backup");

        assertThat(parts.bean(LogAlarms.class).open()).hasSize(1);
        assertThat(Files.readString(
                        parts.bean(jinbo.platform.home.Home.class).checkpoints().resolve("latest")))
                .isEqualTo(before);
    }

    @Test
    void exportDuringAlarmLetsVerifierNameTheEntry() throws IOException {
        attack("update access_log_entry set numbers = 2 where id = 4");
        look();

        parts.bean(LogEvidence.class).export(folder.resolve("export"));

        assertThat(verify(List.of())).isInstanceOfSatisfying(VerificationOutcome.Broken.class, broken -> {
            assertThat(broken.from()).isEqualTo(3);
            assertThat(broken.to()).isEqualTo(3);
        });
    }

    @Test
    void refusesEntryThatTheFormatCannotHold() {
        for (String object : List.of("", "x".repeat(70_000), "\ud800")) {
            assertThatExceptionOfType(AccessLogUnavailableException.class)
                    .isThrownBy(() -> parts.bean(AccessLog.class).begin(SampleAccesses.to(object)));
        }

        assertThat(parts.bean(AccessLog.class).size()).isEqualTo(260);
        accesses.whole("next");
        assertThat(tree.sign()).contains("\n262\n");
    }

    @Test
    void aCheckpointThatWasPutAsideIsNeverOverwritten() throws IOException {
        Path aside = parts.bean(Home.class).checkpoints().resolve("before-alarm-1");
        new OwnerOnlyFile(aside).write("one that was put aside before the database was restored");
        parts.sql().sql("update access_log_entry set numbers = 99 where id = 2").update();
        look();

        accept();

        assertThat(aside).hasContent("one that was put aside before the database was restored");
        assertThat(aside.resolveSibling("before-alarm-1-2")).hasContent(before);
    }

    @Test
    void refusesToAcceptAlarmThatWasNotSeen() {
        parts.sql().sql("update access_log_entry set numbers = 99 where id = 2").update();
        parts.bean(CheckLog.class).atStart();
        List<Alarm> seen = parts.bean(LogAlarms.class).open();
        parts.bean(LogAlarms.class).raise(Alarm.Kind.TREE_DAMAGED, "something else");

        assertThatExceptionOfType(AccessLogException.class)
                .isThrownBy(() -> parts.bean(LogAlarms.class).accept(seen, TWO, "seen and written down"))
                .is(error(AccessLogError.OTHER_ALARMS));
        assertThat(parts.bean(LogAlarms.class).open()).hasSize(2);
    }

    private List<Alarm> look() {
        return parts.bean(CheckLog.class).all(index -> {});
    }

    private List<Alarm> accept() {
        LogAlarms alarms = parts.bean(LogAlarms.class);
        return alarms.accept(alarms.open(), TWO, "seen and written down");
    }

    private long placesWithGaps() {
        return parts.sql()
                .sql("select max(index) + 1 - count(*) from access_log_place")
                .query(Long.class)
                .single();
    }

    private void attack(String statements) {
        parts.sql().sql(statements).update();
    }

    private VerificationOutcome verify(List<String> kept) throws IOException {
        Path key = Files.writeString(folder.resolve("log.vkey"), tree.verifierKey());
        List<Path> files = new java.util.ArrayList<>();
        for (String note : kept) {
            files.add(Files.writeString(folder.resolve("kept-" + files.size()), note));
        }
        return new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                .verify(key, folder.resolve("export"), files, List.of());
    }
}
