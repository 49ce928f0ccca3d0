package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.batch.Remark;
import jinbo.batch.settle.SettleCases.SettleReport;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.Cases;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.reference.phone.Mobile;
import jinbo.testing.FailureTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The work for an insurer ends at each point of telling it of cases; whatever was under way, it is told each thing once. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class CrashDuringCaseNotificationIT {

    /** What a run comes by that has something to tell. */
    static final Set<FaultPoint> POINTS = EnumSet.of(
            FaultPoint.CASES_BEGUN,
            FaultPoint.CASES_SEALED,
            FaultPoint.CASES_RECORDED,
            FaultPoint.DELIVERING_CASES,
            FaultPoint.CASES_DELIVERED);

    private static final SettableClock CLOCK = new SettableClock("2026-03-02T09:00:00+08:00");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static long number = 13810000000L;

    static Set<FaultPoint> points() {
        return POINTS;
    }

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @MethodSource("points")
    void whoeverDiesEachCaseIsAskedAboutOnceAndWhatWasRecordedGoesOutUnchanged(FaultPoint point) throws IOException {
        Steps steps = new Steps();
        CLOCK.pass(Duration.ofDays(1));
        List<String> before = told();
        CaseNumber first = steps.take("a case comes up", () -> complain());
        List<Remark> problems = steps.take("a run dies while it asks about the case", () -> {
            exchange.breakOffAt(point);

            return exchange.settle().problems();
        });
        steps.take(
                "the insurer's file was cut short",
                () -> assertThat(problems)
                        .extracting(problem -> problem.insurer().value())
                        .containsExactly("YUNHE"));
        List<CaseFile> recorded = exchange.bean(CaseFiles.class).undelivered(YUNHE);
        steps.take(
                "the case is sent exactly if its file is recorded",
                () -> assertThat(state(first))
                        .as("a case is sent exactly if its file is recorded")
                        .isEqualTo(recorded.isEmpty() ? CaseState.OPEN : CaseState.SENT));
        CaseNumber second = steps.take("another case comes up", () -> complain());
        SettleReport next = steps.take("the next run comes", () -> exchange.settle());
        steps.take("it completes, and nothing is left", () -> {
            assertThat(next.problems()).isEmpty();
            assertThat(exchange.settle()).isEqualTo(new SettleReport(List.of(), 0, 0, 0, List.of(), List.of()));
        });
        steps.take("what was recorded goes out unchanged", () -> {
            assertThat(next.delivered()).hasSize(recorded.isEmpty() ? 1 : 2);
            for (CaseFile file : next.delivered()) {
                assertThat(exchange.sha256Of("YUNHE", file.name())).isEqualTo(file.sha256());
            }
            recorded.forEach(file -> assertThat(next.delivered().get(0))
                    .usingRecursiveComparison()
                    .ignoringFields("deliveredAt")
                    .isEqualTo(file));
        });
        steps.take("each case was asked about once", () -> {
            List<String> told = told();
            told.removeAll(before);
            assertThat(told).containsExactlyInAnyOrder(first.value(), second.value());
            assertThat(List.of(state(first), state(second))).containsOnly(CaseState.SENT);
            assertThat(exchange.count("access_log_open"))
                    .as("accesses that were announced and have no result")
                    .isZero();
            assertThat(exchange.bean(AccessLog.class).size()).isPositive();
            FailureTable.row("cases", "ended at " + point, 1, 2 - told.size(), 0, 0);
        });
    }

    /** The cases that YUNHE reads of in all its files, each as often as it does. */
    private static List<String> told() {
        return new ArrayList<>(exchange.listing("YUNHE", "download").stream()
                .filter(name -> name.startsWith("cases-") && name.endsWith(".pgp"))
                .flatMap(name -> exchange.text("YUNHE", name).lines().skip(1))
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList());
    }

    private static CaseNumber complain() {
        return exchange.bean(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(number++),
                                Optional.of(YUNHE),
                                Optional.empty(),
                                Optional.empty(),
                                CLOCK.instant().minus(Duration.ofHours(1)),
                                CallPurpose.SALES,
                                ""),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        Actor.consumer(),
                        "a story");
    }

    private static CaseState state(CaseNumber number) {
        return exchange.bean(Cases.class).find(number).orElseThrow().state();
    }
}
