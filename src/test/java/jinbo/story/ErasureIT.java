package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.CheckLog;
import jinbo.accesslog.LogAlarms;
import jinbo.accesslog.SubjectKeys;
import jinbo.batch.StopRequest;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.erase.EraseEndedNumbers.EraseReport;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifiedRule;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerLine;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.ErasureCount;
import jinbo.registry.PastRegistrations;
import jinbo.registry.StagedWithdrawals;
import jinbo.registry.WithdrawalBatch;
import jinbo.registry.Withdrawals;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is known longer than his block needs, and what was done is proven even so: rule 10. */
class ErasureIT {

    private static final long HALF_A_YEAR = 13810001234L;
    private static final long TWO_YEARS = 13810005678L;
    private static final String RULE_OF_ENDS = "2012-09-21: six months from 2012-10-09 end on 2013-04-09";

    @TempDir
    private Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private TestExchange exchange;
    private int files;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, clock, Map.of("jinbo.erase-ended.numbers-at-a-time", "1"));
    }

    @AfterEach
    void close() {
        assertThat(broken(VerifyRegistry.RederivedLists.ALL)).isEmpty();
        assertThat(exchange.bean(CheckLog.class).all(index -> {})).isEmpty();
        exchange.close();
    }

    @Test
    void aBlockLeavesTheListOnItsDayAndSixMonthsLaterItsNumberStandsNowhere() throws IOException {
        Steps steps = new Steps();
        steps.take("two numbers are registered", () -> {
            complaints("YUNHE", HALF_A_YEAR, "6M");
            complaints("YUNHE", TWO_YEARS, "2Y");
            exchange.publish();
        });
        steps.take("a block leaves the list on its day", () -> {
            clock.set("2013-04-08T09:00:00+08:00");
            exchange.publish();
            clock.set("2013-04-09T09:00:00+08:00");
            exchange.publish();
            assertThat(exchange.text("YUNHE", "blocklist-YUNHE-00000002-full.csv.pgp"))
                    .contains("13810001234,LIFE,2012-10-09,2013-04-09");
            assertThat(exchange.text("YUNHE", "blocklist-YUNHE-00000003-delta.csv.pgp"))
                    .as(RULE_OF_ENDS)
                    .isEqualTo("action,mobile,business_line,effective_on,expires_on\r\nREMOVE,13810001234,LIFE,,\r\n");
        });
        steps.take("a minute before six months have passed nothing is erased", () -> {
            clock.set("2013-10-08T23:59:00+08:00");
            assertThat(erase()).as(RULE_OF_ENDS).isEqualTo(ErasureCount.NOTHING);
            assertThat(standsIn("13810001234")).contains("registration", "block");
        });
        ErasureCount erasureCount = steps.take("on the day the number is erased", () -> {
            clock.set("2013-10-09T00:00:00+08:00");
            return erase();
        });
        steps.take("it is erased for good", () -> {
            assertThat(erasureCount).isEqualTo(new ErasureCount(1, 1));
            assertThat(standsIn("13810001234")).isEmpty();
            assertThatThrownBy(() -> exchange.sql()
                            .sql("update registration_row set mobile = 13810001234 where subject is not null")
                            .update())
                    .hasMessageContaining("erased once or stays");
        });
        steps.take("the registry still knows that it knew the number", () -> {
            assertThat(standsIn("13810005678")).containsExactlyInAnyOrder("registration", "block");
            assertThat(known(HALF_A_YEAR)).as("known and erased").isTrue();
            assertThat(known(TWO_YEARS)).as("known and not erased").isFalse();
            assertThat(known(HALF_A_YEAR + 1)).as("never known").isFalse();
        });
        steps.take("lists of days before the end cannot be compared, and the newest can", () -> {
            assertThat(notComparable(VerifyRegistry.RederivedLists.ALL))
                    .containsExactly("lists of days before 2013-04-09 cannot be rebuilt: numbers erased (6)");
            exchange.publish();
            assertThat(notComparable(VerifyRegistry.RederivedLists.NEWEST)).isEmpty();
        });
        steps.take(
                "the answers stay",
                () -> assertThat(exchange.sql()
                                .sql("select status || ' ' || accepted from inbound_file order by id")
                                .query(String.class)
                                .list())
                        .containsExactly("ACCEPTED 1", "ACCEPTED 1"));
    }

    @Test
    void threeYearsAfterTheLastRegistrationOfItsYearNobodyCanTellWhoseAHashWas() {
        Steps steps = new Steps();
        steps.take("on the last day of the third year the key is kept", () -> {
            complaints("YUNHE", HALF_A_YEAR, "6M");
            clock.set("2015-12-31T23:59:00+08:00");
            assertThat(run().keysDestroyed()).isEmpty();
            assertThat(known(HALF_A_YEAR)).isTrue();
        });
        EraseReport report = steps.take("the year is over", () -> {
            clock.set("2016-01-01T00:00:00+08:00");
            return run();
        });
        steps.take("its key is destroyed, and the number is unknown", () -> {
            assertThat(report.problem()).isEmpty();
            assertThat(report.keysDestroyed()).containsExactly(2012);
            assertThat(key(2012)).doesNotExist();
            assertThat(known(HALF_A_YEAR)).isFalse();
        });
        steps.take(
                "its batches cannot be compared any more",
                () -> assertThat(notComparable(VerifyRegistry.RederivedLists.NEWEST))
                        .containsExactly("batches of 2012, not comparable any more: key destroyed (1)"));
        steps.take(
                "it is destroyed once",
                () -> assertThat(run().keysDestroyed()).as("once").isEmpty());
    }

    @Test
    void aDatabaseFromBeforeTheDestructionDoesNotTakeTheKeyForLost() {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        complaints("YUNHE", TWO_YEARS, "2Y");
        String backUp = exchange.backUp();
        clock.set("2016-01-01T09:00:00+08:00");
        assertThat(run().keysDestroyed()).containsExactly(2012);
        exchange.restore(backUp);
        exchange.bean(CheckLog.class).atStart();
        exchange.bean(LogAlarms.class)
                .accept(exchange.bean(LogAlarms.class).open(), Actor.commandLine(), "the database was put back");

        assertThat(erase()).isEqualTo(new ErasureCount(2, 2));

        assertThat(known(TWO_YEARS)).as("under a key that is there").isTrue();
    }

    @Test
    void aKeyThatABackUpBringsBackIsDestroyedAgain() throws IOException {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        byte[] backUp = Files.readAllBytes(key(2012));
        clock.set("2016-01-01T09:00:00+08:00");
        run();
        Files.write(key(2012), backUp);

        clock.set("2016-01-02T09:00:00+08:00");
        assertThat(run().problem()).isEmpty();

        assertThat(key(2012)).doesNotExist();
    }

    @Test
    void withoutAKeyThatWasNotDestroyedNothingIsErasedAndTheLossStaysAFault() throws IOException {
        Steps steps = new Steps();
        steps.take("a number is registered", () -> complaints("YUNHE", HALF_A_YEAR, "6M"));
        byte[] lost = Files.readAllBytes(key(2012));
        steps.take("the key is lost", () -> {
            Files.delete(key(2012));
            clock.set("2013-10-09T09:00:00+08:00");
        });
        EraseReport report = steps.take("numbers are to be erased", () -> run());
        steps.take("none is, and the report says what to do", () -> {
            assertThat(report.numbers()).isZero();
            assertThat(report.problem())
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .contains("2012 is missing, although it was not destroyed as scheduled; restore it")
                            .doesNotContain("13810001234"));
        });
        steps.take(
                "the registry reports a fault",
                () -> assertThat(broken(VerifyRegistry.RederivedLists.NEWEST))
                        .containsExactly(VerifiedRule.REGISTRATIONS_ARE_IN_THE_ACCESS_LOG));
        steps.take("with the key back the number is erased", () -> {
            Files.write(key(2012), lost);
            Files.setPosixFilePermissions(
                    key(2012), java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            assertThat(erase()).isEqualTo(new ErasureCount(1, 1));
        });
    }

    @Test
    void anErasedRegistrationThatIsChangedBehindTheProgramsBackIsFound() {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        clock.set("2013-10-09T09:00:00+08:00");
        erase();
        exchange.sql().sql("create table good as table registration_row").update();
        for (String change : List.of(
                "subject = sha256('x')",
                "subject_epoch = 2013",
                "batch = batch + 1",
                "line = line + 1",
                "scope = scope + 1",
                "complaint = complaint + 1",
                "complained_on = complained_on + 1",
                "effective_on = effective_on + 1",
                "expires_on = expires_on + 1")) {
            tamper("update registration_row set " + change);

            assertThat(broken(VerifyRegistry.RederivedLists.NEWEST))
                    .as(change)
                    .contains(VerifiedRule.REGISTRATIONS_ARE_IN_THE_ACCESS_LOG);

            tamper("delete from registration_row; insert into registration_row select * from good");
        }
    }

    @Test
    void refusedUploadsLeaveTheQuarantineAndTheirReasonsStay() throws IOException {
        exchange.upload("YUNHE", UploadCsv.name("YUNHE", "20120921", 77), "no header at all");
        exchange.collect();
        clock.set("2013-03-20T23:59:00+08:00");
        run();
        assertThat(quarantined()).hasSize(2);

        clock.set("2013-03-21T09:00:00+08:00");
        run();

        assertThat(quarantined()).hasSize(1).allMatch(name -> name.endsWith(".reason.txt"));
    }

    @Test
    void aNumberThatWasCancelledReleasedOrTakenBackEndedOnThatDay() {
        Steps steps = new Steps();
        steps.take("four numbers are registered", () -> {
            complaints("YUNHE", HALF_A_YEAR, "2Y");
            complaints("YUNHE", HALF_A_YEAR + 1, "2Y");
            complaints("YUNHE", HALF_A_YEAR + 2, "2Y");
            complaints("YUNHE", TWO_YEARS, "2Y");
        });
        steps.take("each of them ends in another way, or has one insurer left", () -> {
            clock.set("2012-11-20T09:00:00+08:00");
            exchange.bean(ConsumerChoices.class)
                    .choose(new Mobile(HALF_A_YEAR), ConsumerChoice.nobody(), Actor.commandLine(), "by telephone");
            exchange.bean(ConsumerChoices.class)
                    .release(new Mobile(HALF_A_YEAR + 1), Actor.commandLine(), "new holder");
            assertThat(withdraw("complaints-YUNHE-20120921-003")).isEmpty();
            exchange.bean(ConsumerChoices.class)
                    .choose(
                            new Mobile(TWO_YEARS),
                            new ConsumerChoice(Set.of(), Set.of(InsurerLine.parse("BEIDOU/PROPERTY")), Term.SIX_MONTHS),
                            Actor.commandLine(),
                            "by telephone");
        });
        steps.take("three are erased six months later and not before", () -> {
            clock.set("2013-05-19T09:00:00+08:00");
            assertThat(erase()).isEqualTo(ErasureCount.NOTHING);
            clock.set("2013-05-20T09:00:00+08:00");
            assertThat(erase()).isEqualTo(new ErasureCount(3, 5));
        });
        steps.take(
                "the number with one insurer left stays",
                () -> assertThat(standsIn(Long.toString(TWO_YEARS)))
                        .as("has chosen one insurer, until 2013-06-03")
                        .containsExactlyInAnyOrder(
                                "registration", "registration_row", "block", "last_consumer_registration"));
        steps.take("it is erased six months after its own end", () -> {
            clock.set("2013-12-03T09:00:00+08:00");
            assertThat(erase()).isEqualTo(new ErasureCount(1, 2));
            assertThat(standsIn(Long.toString(TWO_YEARS))).isEmpty();
        });
    }

    @Test
    void aNumberWithOneBlockThatIsNotOverStaysWithAllItsRegistrations() {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        complaints("BEIDOU", HALF_A_YEAR, "2Y");
        clock.set("2014-10-08T09:00:00+08:00");

        assertThat(erase()).isEqualTo(ErasureCount.NOTHING);

        clock.set("2015-04-09T09:00:00+08:00");
        assertThat(erase()).isEqualTo(new ErasureCount(1, 2));
    }

    @Test
    void whatIsErasedAfterItsYearsKeyWasDestroyedIsHashedUnderThatOfTheNumbersLastRegistration() {
        Steps steps = new Steps();
        steps.take("a number is registered in two years", () -> {
            complaints("YUNHE", TWO_YEARS, "2Y");
            clock.set("2014-09-22T09:00:00+08:00");
            complaints("YUNHE", TWO_YEARS, "2Y");
        });
        steps.take("the key of the first year is destroyed", () -> {
            clock.set("2016-01-01T09:00:00+08:00");
            assertThat(run().keysDestroyed()).containsExactly(2012);
            assertThat(standsIn(Long.toString(TWO_YEARS))).contains("registration");
        });
        steps.take("the number is erased", () -> {
            clock.set("2017-06-01T09:00:00+08:00");
            assertThat(erase()).isEqualTo(new ErasureCount(1, 2));
        });
        steps.take("it is hashed under the key of the second year", () -> {
            assertThat(exchange.sql()
                            .sql("select distinct subject_epoch::int from registration")
                            .query(Integer.class)
                            .list())
                    .containsExactly(2014);
            assertThat(known(TWO_YEARS)).isTrue();
        });
    }

    @Test
    void aWithdrawalOfAnErasedRowIsRecordedAndChangesNothing() {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        clock.set("2013-10-09T09:00:00+08:00");
        erase();

        List<Withdrawals.Fault> faults = withdraw("complaints-YUNHE-20120921-001");

        assertThat(faults).isEmpty();
        assertThat(exchange.count("withdrawal")).isOne();
        assertThat(exchange.count("block")).isZero();
        exchange.publish();
    }

    @Test
    void anErasedNumberThatIsBroughtAgainIsAsOneThatWasNeverKnown() {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        clock.set("2013-10-09T09:00:00+08:00");
        erase();

        complaints("CHANGQING", HALF_A_YEAR, "6M");

        exchange.publish();
        assertThat(exchange.text("YUNHE", "blocklist-YUNHE-00000001-full.csv.pgp"))
                .contains("13810001234,LIFE,2013-10-18,2014-04-18");
        assertThat(known(HALF_A_YEAR)).isTrue();
    }

    @Test
    void aNumberThatAnUploadBringsBackInThatVeryMomentStays() {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        clock.set("2013-10-09T09:00:00+08:00");
        exchange.at(
                FaultPoint.ENDED_FOUND,
                () -> CompletableFuture.runAsync(() -> complaints("CHANGQING", HALF_A_YEAR, "6M"))
                        .join());

        assertThat(erase()).isEqualTo(ErasureCount.NOTHING);

        assertThat(standsIn(Long.toString(HALF_A_YEAR))).containsExactlyInAnyOrder("registration", "block");
        assertThat(exchange.count("block")).isOne();
    }

    @Test
    void aRunThatBreaksOffIsBroughtToItsEndByTheNextWhereverItWas() {
        Steps steps = new Steps();
        steps.take("four numbers end", () -> {
            for (int i = 0; i < 4; i++) {
                complaints("YUNHE", HALF_A_YEAR + i, "6M");
            }
            clock.set("2016-01-01T09:00:00+08:00");
        });
        List<EraseReport> broken = new ArrayList<>();
        for (FaultPoint point :
                List.of(FaultPoint.ENDED_FOUND, FaultPoint.ERASING, FaultPoint.GROUP_ERASED, FaultPoint.KEY_GIVEN_UP)) {
            exchange.breakOffAt(point);
            broken.add(steps.take("a run breaks off at " + point, () -> run()));
            steps.take("it says so, and the registry is sound", () -> {
                assertThat(broken.get(broken.size() - 1).problem()).isPresent();
                assertThat(broken(VerifyRegistry.RederivedLists.ALL)).isEmpty();
            });
        }
        EraseReport last = steps.take("the next run comes", () -> run());
        steps.take("it completes, and each number was erased once", () -> {
            assertThat(last.problem()).isEmpty();
            assertThat(broken.stream().mapToLong(EraseReport::numbers).sum())
                    .as("one and then the rest")
                    .isEqualTo(4);
        });
        steps.take("no trace of them is left, nor of the key", () -> {
            assertThat(standsIn("1381000123")).isEmpty();
            assertThat(key(2012)).doesNotExist();
            assertThat(exchange.count("access_log_open where action = 'ERASE'")).isZero();
        });
    }

    @Test
    void twoProcessesDoNotEraseAtOnce() {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        clock.set("2013-10-09T09:00:00+08:00");
        List<EraseReport> others = new ArrayList<>();
        try (TestExchange other = exchange.anotherProcess()) {
            exchange.at(
                    FaultPoint.GROUP_ERASED,
                    () -> others.add(other.bean(EraseEndedNumbers.class).run()));

            assertThat(erase()).isEqualTo(new ErasureCount(1, 1));
        }

        assertThat(others)
                .extracting(EraseReport::problem)
                .containsExactly(Optional.of("another process is erasing; run again after it has finished"));
    }

    @Test
    void aRunThatIsToldToEndFinishesItsPageAndTheNextGoesOn() {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        complaints("YUNHE", HALF_A_YEAR + 1, "6M");
        clock.set("2013-10-09T09:00:00+08:00");
        exchange.at(FaultPoint.ERASING, () -> exchange.bean(StopRequest.class).request());

        EraseReport stopped = run();

        assertThat(stopped.problem()).contains(StopRequest.STOPPED);
        assertThat(stopped.numbers()).isOne();
        exchange.restart();
        assertThat(erase()).isEqualTo(new ErasureCount(1, 1));
    }

    @Test
    void eachPageHasItsAccessAndTellsHowManyNumbersItErased() {
        complaints("YUNHE", HALF_A_YEAR, "6M");
        complaints("YUNHE", HALF_A_YEAR + 1, "6M");
        complaints("YUNHE", TWO_YEARS, "2Y");
        clock.set("2013-10-09T09:00:00+08:00");

        erase();

        assertThat(exchange.sql()
                        .sql("select outcome || ' ' || numbers from access_log_entry"
                                + " where action = 'ERASE' and phase = 'RESULT' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("ERASED 1", "ERASED 1", "NOTHING LEFT 0");
    }

    private void complaints(String insurer, long number, String term) {
        String day = BusinessTime.dateOf(clock.instant()).toString();
        files++;
        exchange.upload(
                insurer,
                UploadCsv.name(insurer, day.replace("-", ""), files),
                UploadCsv.HEADER + number + ",TELEMARKETING," + day + ",,," + term + "\r\n");
        assertThat(exchange.collect().problems()).isEmpty();
    }

    private List<Withdrawals.Fault> withdraw(String stem) {
        Insurer insurer = exchange.insurer("YUNHE");
        AccessLog log = exchange.bean(AccessLog.class);
        AccessPermit permit = log.begin(
                new Access(Actor.commandLine(), AccessAction.WITHDRAW, "wrong numbers", Optional.of("YUNHE"), stem));
        List<Withdrawals.Fault> faults = new ArrayList<>();
        long file = exchange.sql()
                .sql("select id from inbound_file where stem = ?")
                .param(stem)
                .query(Long.class)
                .single();
        Withdrawals withdrawals = exchange.bean(Withdrawals.class);
        new TransactionTemplate(exchange.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            StagedWithdrawals staged = withdrawals.stage(
                    permit,
                    new WithdrawalBatch(
                            Optional.empty(), insurer.id(), clock.instant(), BusinessTime.dateOf(clock.instant())));
            staged.add(2, file, OptionalInt.empty());
            var committed = withdrawals.merge(permit, staged, (fault, line) -> faults.add(fault));
            log.complete(
                    permit,
                    jinbo.accesslog.AccessResult.of("WITHDRAWN", committed.registrations())
                            .with(committed.vouched().orElseThrow()));
        });
        return faults;
    }

    private ErasureCount erase() {
        EraseReport report = run();
        assertThat(report.problem()).isEmpty();
        return new ErasureCount(report.numbers(), report.registrations());
    }

    private EraseReport run() {
        return exchange.bean(EraseEndedNumbers.class).run();
    }

    private boolean known(long number) {
        AccessLog log = exchange.bean(AccessLog.class);
        AccessPermit permit = log.begin(new Access(
                Actor.commandLine(),
                AccessAction.LOOK_UP,
                "a question",
                Optional.empty(),
                "one number",
                Optional.of(exchange.bean(SubjectKeys.class).subjectOf(number, BusinessTime.dateOf(clock.instant())))));
        boolean known = exchange.bean(PastRegistrations.class).wereErased(permit, new Mobile(number));
        log.complete(permit, "LOOKED UP", 1);
        return known;
    }

    private List<VerifiedRule> broken(VerifyRegistry.RederivedLists lists) {
        return verify(lists).stream()
                .filter(ruleResult -> !ruleResult.holds())
                .map(RuleResult::code)
                .toList();
    }

    private List<String> notComparable(VerifyRegistry.RederivedLists lists) {
        return verify(lists).stream()
                .flatMap(ruleResult -> ruleResult.notComparable().stream())
                .toList();
    }

    private List<RuleResult> verify(VerifyRegistry.RederivedLists lists) {
        return exchange.bean(VerifyRegistry.class).verify(Actor.commandLine(), lists);
    }

    private Path key(int year) {
        return home.resolve("keys/subjects/" + year + ".key");
    }

    private List<String> quarantined() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("quarantine/YUNHE"))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void tamper(String statements) {
        exchange.sql()
                .sql("set session_replication_role = replica; " + statements
                        + "; set session_replication_role = origin")
                .update();
    }

    /** The tables and files that hold these digits. */
    private List<String> standsIn(String digits) {
        List<String> places = new ArrayList<>();
        for (String table : exchange.sql()
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type in ('BASE TABLE', 'VIEW')")
                .query(String.class)
                .list()) {
            if (exchange.sql()
                    .sql("select exists (select from \"" + table + "\" t where t::text like '%' || ? || '%')")
                    .param(digits)
                    .query(Boolean.class)
                    .single()) {
                places.add(table);
            }
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (file.toString().contains(digits)
                        || Files.readString(file, StandardCharsets.ISO_8859_1).contains(digits)) {
                    places.add(home.relativize(file).toString());
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return places;
    }
}
