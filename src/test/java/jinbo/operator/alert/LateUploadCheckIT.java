package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All insurers join on Friday 21 September 2012. Around the National Day holiday, Saturday 29 September is a working
 * day and 30 September to 7 October are not.
 */
class LateUploadCheckIT {

    private static final String HEADER = "mobile,complaint,complained_on\r\n";

    private static final String NOW = "2012-09-21T09:00:00+08:00";

    @TempDir
    static Path home;

    private static final SettableClock CLOCK = new SettableClock(NOW);
    private static TestExchange exchange;
    private static int insurers;

    /** Each test has an insurer of its own. */
    private String insurer;

    @BeforeAll
    static void sevenWorkdaysForAllButTwo() {
        exchange = TestExchange.start(
                home,
                CLOCK,
                Map.of(
                        "jinbo.watch.upload-expected-within-workdays", "7",
                        "jinbo.watch.upload-expected-of.CHANGQING", "1",
                        "jinbo.watch.upload-expected-of.BEIDOU", "0"));
        // the first use makes the key, which is not valid before
        exchange.ownCertificate();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @BeforeEach
    void anInsurerJoins() {
        CLOCK.set(NOW);
        insurer = "YUNHE" + ++insurers;
        exchange.join(insurer, insurer, TestLines.LIFE, SecretKeys.generate(insurer, CLOCK.instant()));
    }

    @Test
    void countsWorkingDaysAcrossAHoliday() {
        assertThat(lateAt(insurer, "2012-10-08T23:59:59+08:00")).isEmpty();
        assertThat(lateAt(insurer, "2012-10-09T00:00:00+08:00")).containsExactly("2012-10-08");
    }

    @Test
    void anInsurerHasItsOwnRhythmOrNone() {
        assertThat(lateAt("CHANGQING", "2012-09-24T23:59:59+08:00")).isEmpty();
        assertThat(lateAt("CHANGQING", "2012-09-25T00:00:00+08:00")).containsExactly("2012-09-24");
        assertThat(lateAt("BEIDOU", "2012-12-20T00:00:00+08:00")).isEmpty();
    }

    @Test
    void countsFromEmptyAndRefusedUploadsToo() {
        CLOCK.set("2012-09-27T09:00:00+08:00");
        exchange.upload(insurer, "complaints-" + insurer + "-20120927-001.csv.pgp", HEADER);
        exchange.collect();
        CLOCK.set("2012-09-28T09:00:00+08:00");
        exchange.place(insurer, "complaints-" + insurer + "-20120928-001.csv.pgp", new byte[] {1});
        exchange.collect();

        assertThat(lateAt(insurer, "2012-10-15T23:59:59+08:00")).isEmpty();
        assertThat(lateAt(insurer, "2012-10-16T00:00:00+08:00")).containsExactly("2012-10-15");
    }

    @Test
    void countsOnlyUploadsWithValidNames() {
        CLOCK.set("2012-09-27T09:00:00+08:00");
        exchange.place(insurer, "complaints.csv", new byte[] {1});
        exchange.upload(insurer, "resync-" + insurer + "-20120927-001.json.pgp", "{}");
        exchange.collect();

        assertThat(lateAt(insurer, "2012-10-09T00:00:00+08:00")).containsExactly("2012-10-08");
    }

    @Test
    void whoIsTakenUpAgainIsNotLateAtOnce() {
        CLOCK.set("2012-09-24T09:00:00+08:00");
        exchange.bean(Insurers.class).suspend(new InsurerCode(insurer), CLOCK.instant());
        CLOCK.set("2012-10-10T09:00:00+08:00");
        exchange.bean(Insurers.class).resume(new InsurerCode(insurer), CLOCK.instant());

        assertThat(lateAt(insurer, "2012-10-19T23:59:59+08:00")).isEmpty();
        assertThat(lateAt(insurer, "2012-10-20T00:00:00+08:00")).containsExactly("2012-10-19");
    }

    @Test
    void expectsNoUploadWithoutAgreements() {
        exchange.bean(EndParticipation.class)
                .lapse(new InsurerCode(insurer), LocalDate.of(2012, 10, 1), "not renewed", CLOCK.instant());

        assertThat(lateAt(insurer, "2012-10-09T00:00:00+08:00")).isEmpty();
    }

    @Test
    void countsFromTheFirstDayOfLaterAgreements() {
        exchange.bean(Insurers.class)
                .agree(new InsurerCode(insurer), LocalDate.of(2012, 1, 1), LocalDate.of(2012, 10, 8), CLOCK.instant());

        assertThat(lateAt(insurer, "2012-10-17T23:59:59+08:00")).isEmpty();
        assertThat(lateAt(insurer, "2012-10-18T00:00:00+08:00")).containsExactly("2012-10-17");
    }

    @Test
    void noUploadIsLateInAYearThatIsNotLoaded() {
        CLOCK.set("2026-12-30T09:00:00+08:00");
        exchange.upload(insurer, "complaints-" + insurer + "-20261230-001.csv.pgp", HEADER);
        exchange.collect();

        assertThat(lateAt(insurer, "2027-02-20T00:00:00+08:00")).isEmpty();
    }

    private List<String> lateAt(String insurer, String now) {
        CLOCK.set(now);
        return exchange.bean(InsurerCheck.class).about(exchange.insurer(insurer)).stream()
                .filter(alert -> alert.code() == Alert.Code.UPLOAD_LATE)
                .map(alert -> alert.detail().orElseThrow())
                .toList();
    }
}
