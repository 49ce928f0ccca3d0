package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.batch.PartnerCertificates;
import jinbo.exchange.openpgp.Certificate;
import jinbo.operator.alert.ExchangeChecks.ExchangeCheck;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.testing.LandlineRows;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsurerCheckIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final String HEADER = "mobile,complaint,complained_on\r\n";
    private static final String CERTIFICATE = "keys-sample/YUNHE.public.asc";

    @TempDir
    static Path home;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
        exchange.publish();
        CLOCK.set("2012-10-10T09:00:00+08:00");
        exchange.publish();
        exchange.sql().sql("create table given_lists as table block_list").update();
    }

    @BeforeEach
    void allIsWell() throws IOException {
        CLOCK.set("2012-09-21T09:00:00+08:00");
        // a list on the drop that no record knows any more is what a restore leaves
        exchange.sql().sql("delete from lost_file").update();
        exchange.sql().sql("delete from recovery").update();
        exchange.sql().sql("delete from block_list").update();
        exchange.sql().sql("delete from answer").update();
        exchange.sql().sql("delete from finding_page").update();
        exchange.sql().sql("delete from inbound_file").update();
        exchange.sql()
                .sql("delete from insurer_certificate where insurer = 'YUNHE'")
                .update();
        accept(Path.of(CERTIFICATE));
        // an insurer comes back from suspension only
        exchange.sql().sql("update insurer set left_on = null").update();
        exchange.sql().sql("delete from sales_unit").update();
        exchange.bean(Insurers.class).resume(YUNHE, CLOCK.instant());
        agree(LocalDate.of(2012, 1, 1));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void aRestoreThatIsNotSettledIsToldWithTheDayOnWhichItWasNoticed() {
        assertThat(foundBy("recoveryCheck")).isEmpty();
        exchange.sql()
                .sql("insert into recovery (noticed_at, insurer, seen) values ('2012-09-21T09:00+08', 'YUNHE', 'x')")
                .update();
        assertThat(foundBy("recoveryCheck"))
                .as("while nothing but one drop shows it")
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.code()).isEqualTo(Alert.Code.UNRECORDED_FILES);
                    assertThat(alert.insurer()).hasValue(YUNHE);
                });
        exchange.sql().sql("update recovery set corroboration = 'SPOOL'").update();

        assertThat(foundBy("recoveryCheck")).singleElement().satisfies(alert -> {
            assertThat(alert.code()).isEqualTo(Alert.Code.RESTORATION_OPEN);
            assertThat(alert.detail()).hasValue("2012-09-21");
        });
    }

    @Test
    void nothingIsTheMatter() {
        assertThat(found()).isEmpty();
        assertThat(foundBy("calendarCheck")).isEmpty();
    }

    @Test
    void ofASuspendedInsurerOnlyThatItIsSuspended() {
        agree(LocalDate.of(2013, 1, 1));
        exchange.bean(Insurers.class).suspend(YUNHE, CLOCK.instant());

        assertThat(found()).containsExactly("SUSPENDED");
    }

    @Test
    void anAgreementThatBeginsTomorrowIsMissingToday() {
        agree(LocalDate.of(2012, 9, 22));

        assertThat(found()).containsExactly("AGREEMENTS_MISSING");

        CLOCK.set("2012-09-22T00:00:00+08:00");
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2012-09-30T23:59:59+08:00, ''",
        "2012-10-01T00:00:00+08:00, AGREEMENTS_END 2012-10-31",
        "2012-10-30T23:59:59+08:00, AGREEMENTS_END 2012-10-31",
        "2012-10-31T00:00:00+08:00, AGREEMENTS_LAPSED 2012-10-31"
    })
    void agreementsThatEndWithinThirtyDaysOrHaveEnded(String now, String alert) {
        exchange.bean(EndParticipation.class).lapse(YUNHE, LocalDate.of(2012, 10, 31), "not renewed", CLOCK.instant());

        CLOCK.set(now);

        assertThat(String.join("", found())).isEqualTo(alert);
    }

    @Test
    void agreementsThatAreSignedAnewAreNoAlert() {
        exchange.bean(EndParticipation.class).lapse(YUNHE, LocalDate.of(2012, 9, 21), "not renewed", CLOCK.instant());
        assertThat(found()).containsExactly("AGREEMENTS_LAPSED 2012-09-21");

        agree(LocalDate.of(2012, 9, 21));

        assertThat(found()).isEmpty();
    }

    @Test
    void salesUnitsWithoutAConfidentialityAgreementAsLongAsTheyCall() {
        unit("HAIDIAN", Optional.empty());
        unit("BANK", Optional.of(LocalDate.of(2012, 9, 22)));
        unit("AGENTS", Optional.of(LocalDate.of(2012, 9, 21)));
        assertThat(found()).containsExactly("UNITS_NOT_BOUND BANK, HAIDIAN");
        assertThat(found("CHANGQING")).as("of nobody else").isEmpty();

        CLOCK.set("2012-09-22T00:00:00+08:00");
        assertThat(found()).containsExactly("UNITS_NOT_BOUND HAIDIAN");

        exchange.bean(SalesUnits.class).close(YUNHE, new UnitCode("HAIDIAN"), CLOCK.instant());
        assertThat(found()).isEmpty();
    }

    @Test
    void ofOneThatHasLeftOnlyWhatItHadSentBefore() {
        unit("HAIDIAN", Optional.empty());
        exchange.upload(
                "YUNHE", "complaints-YUNHE-20120921-003.csv.pgp", HEADER + "13810001234,TELEMARKETING,2012-09-20\r\n");
        exchange.collect();
        exchange.bean(EndParticipation.class)
                .leave(YUNHE, LocalDate.of(2012, 9, 21), "licence given back", CLOCK.instant());
        assertThat(found()).isEmpty();

        exchange.sql()
                .sql("update inbound_file set archived_as = null, finished_answer = 0")
                .update();

        assertThat(found()).containsExactly("FILES_UNFINISHED 1");
    }

    @Test
    void noCertificate() {
        exchange.sql()
                .sql("delete from insurer_certificate where insurer = 'YUNHE'")
                .update();

        assertThat(found()).containsExactly("NO_CERTIFICATE");
    }

    @Test
    void aCertificateThatMayNotSignOpensNoUpload() throws IOException {
        only("certifies-only.asc");

        assertThat(found()).containsExactly("NO_SIGNING_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ends-on-2012-10-31.asc", "cannot-be-encrypted-to-after-2012-10-31.asc"})
    void aCertificateThatEndsOrLosesAKeyWithinSixtyDays(String certificate) throws IOException {
        only(certificate);
        CLOCK.set("2012-08-31T09:00:00+08:00");
        assertThat(found()).as("sixty days before are soon enough").isEmpty();

        for (String day : List.of("2012-09-01 60 SOON", "2012-10-01 30 PRESSING", "2012-10-24 7 URGENT")) {
            CLOCK.set(day.substring(0, 10) + "T09:00:00+08:00");
            assertThat(found()).containsExactly("CERTIFICATE_EXPIRES 2012-10-31");
            assertThat(exchange.bean(InsurerCheck.class).about(exchange.insurer("YUNHE")))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.notice())
                            .hasValueSatisfying(
                                    expiryNotice -> assertThat(expiryNotice.daysLeft() + " " + expiryNotice.level())
                                            .isEqualTo(day.substring(11))));
        }

        CLOCK.set("2012-11-01T09:00:00+08:00");
        assertThat(found()).containsExactly("NO_CERTIFICATE");
    }

    @Test
    void aSuccessorThatIsThereAlreadyIsNoAlert() throws IOException {
        accept(given("ends-on-2012-10-31.asc"));

        assertThat(found()).isEmpty();
    }

    @Test
    void aBoundOfOursEndsACertificateAsItsOwnDoes() {
        exchange.sql()
                .sql("update insurer_certificate set accepted_until = '2012-10-01T00:00+08' where insurer = 'YUNHE'")
                .update();

        assertThat(found()).containsExactly("CERTIFICATE_EXPIRES 2012-09-30");
    }

    @Test
    void aHeldFileWaitsForAnOperator() {
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20120921-001.csv.pgp",
                HEADER + LandlineRows.of(13, ",TELEMARKETING,2012-09-20\r\n"));
        exchange.collect();

        assertThat(found()).containsExactly("FILES_HELD 1");
        assertThat(found("CHANGQING")).as("of nobody else").isEmpty();
    }

    @Test
    void aFileThatIsNotArchivedIsUnfinished() {
        exchange.upload(
                "YUNHE", "complaints-YUNHE-20120921-002.csv.pgp", HEADER + "13810001234,TELEMARKETING,2012-09-20\r\n");
        exchange.collect();
        assertThat(found()).isEmpty();
        exchange.sql()
                .sql("update inbound_file set archived_as = null, finished_answer = 0")
                .update();

        assertThat(found()).containsExactly("FILES_UNFINISHED 1");
    }

    @ParameterizedTest
    @CsvSource({"2012-10-11T23:59:59+08:00, ''", "2012-10-12T00:00:00+08:00, LIST_OVERDUE 2012-10-11"})
    void aListIsOverdueFromTheDayAfterItsDayOfUse(String now, String alert) {
        delivered(1);

        CLOCK.set(now);

        assertThat(String.join("", without("LIST_NOT_APPLIED", found()))).isEqualTo(alert);
    }

    @ParameterizedTest
    @CsvSource({"2012-09-26T23:59:59+08:00, ''", "2012-09-27T00:00:00+08:00, LIST_NOT_APPLIED 1"})
    void aListIsToBeAcknowledgedWithinThreeWorkingDays(String now, String alert) {
        delivered(1);

        CLOCK.set(now);

        assertThat(String.join("", found())).isEqualTo(alert);
    }

    @Test
    void whereTheCalendarDoesNotReachNobodyIsLate() {
        delivered(1);
        exchange.sql()
                .sql("update block_list set manifest_delivered_at = '2026-12-30T09:00+08' where insurer = 'YUNHE'")
                .update();

        CLOCK.set("2027-01-20T09:00:00+08:00");

        assertThat(found()).noneMatch(alert -> alert.startsWith("LIST_NOT_APPLIED"));
    }

    @Test
    void theListThatAnInsurerHasIsOverdueAlthoughANewerOneIsSealed() {
        delivered(1);
        sealed(2);
        CLOCK.set("2012-10-10T09:00:00+08:00");
        assertThat(without("LIST_NOT_APPLIED", found())).containsExactly("LISTS_UNDELIVERED 1");

        CLOCK.set("2012-10-12T09:00:00+08:00");

        assertThat(without("LIST_NOT_APPLIED", found()))
                .containsExactly("LISTS_UNDELIVERED 1", "LIST_OVERDUE 2012-10-11");
    }

    @Test
    void aFirstListThatIsNotDeliveredBindsNobodyYet() {
        sealed(1);

        CLOCK.set("2012-10-12T09:00:00+08:00");

        assertThat(found()).containsExactly("LISTS_UNDELIVERED 1");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T23:59:59+08:00, ''",
        "2026-12-01T00:00:00+08:00, 2027",
        "2027-01-01T00:00:00+08:00, 2027",
        "2027-12-01T00:00:00+08:00, 2027 2028"
    })
    void theCalendarRunsOutWithinAMonth(String now, String years) {
        CLOCK.set(now);

        assertThat(foundBy("calendarCheck"))
                .allMatch(alert -> alert.code() == Alert.Code.YEAR_NOT_LOADED
                        && alert.insurer().isEmpty())
                .extracting(alert -> alert.detail().orElseThrow())
                .containsExactly(years.isEmpty() ? new String[0] : years.split(" "));
    }

    private static List<Alert> foundBy(String check) {
        return exchange.bean(check, ExchangeCheck.class).find().get();
    }

    private static List<String> found() {
        return found("YUNHE");
    }

    /** Each with its detail behind it. */
    private static List<String> found(String insurer) {
        return exchange.bean(InsurerCheck.class).about(exchange.insurer(insurer)).stream()
                .map(alert -> alert.code()
                        + alert.detail().map(detail -> " " + detail).orElse(""))
                .toList();
    }

    private static List<String> without(String code, List<String> alerts) {
        return alerts.stream().filter(alert -> !alert.startsWith(code)).toList();
    }

    /** The list of 21 September, good until 11 October, or the second of 10 October. */
    private static void delivered(int sequence) {
        exchange.sql()
                .sql("insert into block_list select * from given_lists where insurer = 'YUNHE' and sequence = ?")
                .param(sequence)
                .update();
    }

    private static void sealed(int sequence) {
        delivered(sequence);
        exchange.sql()
                .sql("update block_list set manifest_delivered_at = null where sequence = ?")
                .param(sequence)
                .update();
    }

    private static void agree(LocalDate since) {
        exchange.bean(Insurers.class).agree(YUNHE, LocalDate.of(2012, 1, 1), since, CLOCK.instant());
    }

    private static void unit(String code, Optional<LocalDate> signed) {
        exchange.addUnit("YUNHE", code, SalesUnit.Kind.AGENCY, signed);
    }

    private static void only(String file) throws IOException {
        exchange.sql()
                .sql("delete from insurer_certificate where insurer = 'YUNHE'")
                .update();
        accept(given(file));
    }

    private static Path given(String file) {
        return Path.of("src/test/resources/jinbo/operator/alert", file);
    }

    private static void accept(Path file) throws IOException {
        Certificate certificate = Certificate.parse(Files.readAllBytes(file));
        exchange.bean(PartnerCertificates.class)
                .add(new InsurerCertificate(
                        YUNHE, certificate.fingerprint().value(), certificate.encoded(), CLOCK.instant()));
    }
}
