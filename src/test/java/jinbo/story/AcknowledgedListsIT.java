package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishOptions;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Resync;
import jinbo.operator.alert.FindAppliedLists;
import jinbo.operator.alert.FindAppliedLists.AppliedLists;
import jinbo.operator.alert.InsurerCheck;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.FullListPolicy;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Insurers say which list they hold, and get the whole list if it is another one or if they ask. */
class AcknowledgedListsIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-03T09:00:00+08:00");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final String NOTHING = "0".repeat(64);

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
        unit("HAIDIAN-2", LocalDate.of(2012, 1, 1));
        unit("BANK-07", LocalDate.of(2012, 1, 1));
        unit("NEW-1", LocalDate.of(2026, 1, 1));
        unit("CLOSED", LocalDate.of(2012, 1, 1));
        exchange.bean(SalesUnits.class).close(YUNHE, new UnitCode("CLOSED"), CLOCK.instant());
    }

    /** Each test has a month and a full list of its own to begin with. */
    @BeforeEach
    void aFullListIsDelivered() {
        nineOClock(today().plusMonths(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        exchange.bean(PublishBlockLists.class).run(List.of(exchange.insurer("YUNHE")), PublishOptions.WHOLE);
    }

    @AfterEach
    void sumsAgree() {
        exchange.assertRegistryAgrees();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void whoHoldsWhatItWasSentIsAnsweredSoAndGoesOnWithDeltas() {
        Steps steps = new Steps();
        String stem = steps.take("an insurer acknowledges its newest list", () -> acknowledge(last(), "HAIDIAN-2"));
        steps.take("its receipt has no findings", () -> {
            assertThat(receipt(stem).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(receipt(stem).tally().rows()).isZero();
            assertThat(receipt(stem).tally().findings()).isEmpty();
            assertThat(outcome(stem)).isEmpty();
            assertThat(exchange.listing("YUNHE", "archive")).contains(stem + ".json.pgp");
            assertThat(fullListAsked()).isEmpty();
        });
        steps.take(
                "the next list is a delta",
                () -> assertThat(next().kind().code()).isEqualTo("delta"));
        steps.take("the list is recorded as applied", () -> {
            assertThat(applied().newest().orElseThrow().units()).containsExactly(new UnitCode("HAIDIAN-2"));
            assertThat(applied().differ()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"1, false", "0, true"})
    void whoHoldsAnotherListIsWarnedAndGetsTheWholeOne(long more, boolean otherDigest) {
        Steps steps = new Steps();
        Manifest list = last();
        String stem = steps.take(
                "the insurer acknowledges another list",
                () -> acknowledge(new Ack(
                        YUNHE,
                        list.sequence(),
                        CLOCK.instant(),
                        list.entries() + more,
                        otherDigest ? "f".repeat(64) : list.listDigest(),
                        List.of())));
        steps.take("it is warned", () -> {
            assertThat(receipt(stem).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(outcome(stem)).containsExactly("  WARNING LIST_DIFFERS");
            assertThat(fullListAsked()).hasValue(FullListPolicy.Reason.LIST_DIFFERS);
            assertThat(alerts()).contains("LIST_DIFFERS " + list.sequence());
        });
        Manifest full = steps.take("the next list is made", () -> next());
        steps.take("the next list is the whole one, once", () -> {
            assertThat(full.kind().code()).isEqualTo("full");
            assertThat(next().kind().code()).as("once").isEqualTo("delta");
        });
        steps.take("the insurer that applies it is warned no more", () -> {
            acknowledge(full);
            assertThat(alerts()).doesNotContain("LIST_DIFFERS " + list.sequence());
        });
    }

    @Test
    void whatIsSaidAgainIsHarmless() {
        acknowledge(last());
        String again = acknowledge(last());

        assertThat(receipt(again).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(fullListAsked()).isEmpty();
    }

    @Test
    void aWordOnAnEarlierListThatComesLateTakesNothingBack() {
        Manifest earlier = last();
        Manifest later = next();
        acknowledge(later);

        acknowledge(new Ack(YUNHE, earlier.sequence(), CLOCK.instant(), 99, NOTHING, List.of()));

        assertThat(applied().newest().orElseThrow().sequence()).isEqualTo(later.sequence());
        assertThat(fullListAsked()).isEmpty();
    }

    @Test
    void whoHasPutThingsRightItselfNeedsNoFullList() {
        Manifest list = last();
        acknowledge(new Ack(YUNHE, list.sequence(), CLOCK.instant(), 99, NOTHING, List.of()));

        acknowledge(list);

        assertThat(fullListAsked()).isEmpty();
    }

    @Test
    void aListThatWasNotDeliveredIsUnknown() {
        Manifest list = last();

        String stem = acknowledge(
                new Ack(YUNHE, list.sequence() + 1, CLOCK.instant(), list.entries(), list.listDigest(), List.of()));

        assertThat(receipt(stem).status()).isEqualTo(ReceiptStatus.REFUSED);
        assertThat(outcome(stem)).containsExactly("  REFUSED LIST_UNKNOWN");
        assertThat(applied().newest().filter(acknowledgement -> acknowledgement.sequence() > list.sequence()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NOBODY", "CLOSED"})
    void aSalesUnitThatDoesNotCallIsUnknownAndThenNothingIsRecorded(String unit) {
        long before = exchange.count("acknowledgement");

        String stem = acknowledge(last(), "HAIDIAN-2", unit);

        assertThat(outcome(stem)).containsExactly("  REFUSED UNIT_UNKNOWN");
        assertThat(exchange.count("acknowledgement")).isEqualTo(before);
    }

    @Test
    void aListCannotBeAppliedBeforeItWasMade() {
        Manifest list = last();

        String stem = acknowledge(new Ack(
                YUNHE,
                list.sequence(),
                list.asOf().minus(Duration.ofMinutes(6)),
                list.entries(),
                list.listDigest(),
                List.of()));
        String inTime = acknowledge(new Ack(
                YUNHE,
                list.sequence(),
                list.asOf().minus(Duration.ofMinutes(5)),
                list.entries(),
                list.listDigest(),
                List.of()));

        assertThat(outcome(stem)).containsExactly("  REFUSED CONTENT_INVALID");
        assertThat(outcome(inTime)).as("clocks differ").isEmpty();
    }

    @Test
    void whatIsNoAcknowledgementIsRefusedAndNothingChanges() {
        long before = exchange.count("acknowledgement");

        String broken = send("ack", "{\"format\":\"ack/v1\",\"insurer\":\"YUNHE\"".getBytes(StandardCharsets.UTF_8));
        String foreign =
                send("ack", new Ack(new InsurerCode("CHANGQING"), 1, CLOCK.instant(), 0, NOTHING, List.of()).toJson());
        String other = send("ack", new Resync(YUNHE, CLOCK.instant(), "none").toJson());
        String empty = send("resync", new byte[0]);

        for (String stem : List.of(broken, foreign, other, empty)) {
            assertThat(receipt(stem).status()).as(stem).isEqualTo(ReceiptStatus.REFUSED);
            assertThat(outcome(stem)).as(stem).containsExactly("  REFUSED CONTENT_INVALID");
        }
        assertThat(exchange.count("acknowledgement")).isEqualTo(before);
        assertThat(fullListAsked()).isEmpty();
    }

    @Test
    void nobodySpeaksForAnotherInsurer() {
        String stem = name("ack");
        exchange.place(
                "YUNHE",
                stem + ".json.pgp",
                exchange.seal(
                        TestExchange.secretOf("CHANGQING"),
                        stem + ".json.pgp",
                        ackOf(last()).toJson()));
        exchange.collect();

        assertThat(receipt(stem).tally().findings()).containsOnlyKeys(FindingCode.SIGNER_NOT_ACCEPTED);
    }

    @Test
    void whoAsksForTheWholeListGetsItOnce() {
        Steps steps = new Steps();
        steps.take("a delta is due", () -> assertThat(next().kind().code()).isEqualTo("delta"));
        String stem = steps.take(
                "the insurer asks for the whole list",
                () -> send("resync", new Resync(YUNHE, CLOCK.instant(), "call 13810001234, we lost it").toJson()));
        steps.take("its receipt has no findings, and the reason is kept without a number", () -> {
            assertThat(receipt(stem).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(outcome(stem)).isEmpty();
            assertThat(fullListAsked()).hasValue(FullListPolicy.Reason.RESYNC);
            assertThat(exchange.sql()
                            .sql("select reason from resync_request order by inbound_file desc limit 1")
                            .query(String.class)
                            .single())
                    .contains("we lost it")
                    .doesNotContain("13810001234");
        });
        steps.take(
                "the next list is the whole one",
                () -> assertThat(next().kind().code()).isEqualTo("full"));
        steps.take(
                "the one after it is a delta",
                () -> assertThat(next().kind().code()).isEqualTo("delta"));
    }

    @Test
    void aRequestFromTheFutureIsRefused() {
        String stem = send("resync", new Resync(YUNHE, CLOCK.instant().plusSeconds(301), "we lost it").toJson());

        assertThat(outcome(stem)).containsExactly("  REFUSED CONTENT_INVALID");
        assertThat(fullListAsked()).isEmpty();
    }

    @Test
    void whoIsLateIsToldApartFromWhoIsNot() {
        Steps steps = new Steps();
        Manifest list = steps.take("both units apply a list, and the next one is made", () -> {
            acknowledge(last(), "HAIDIAN-2", "BANK-07");
            return next();
        });
        steps.take("one unit applies it", () -> acknowledge(list, "HAIDIAN-2"));
        LocalDate last = threeWorkdaysOn();
        steps.take("on the last day nobody is late", () -> {
            nineOClock(last);
            assertThat(alerts()).isEmpty();
        });
        steps.take("a day later the other unit is late", () -> {
            nineOClock(last.plusDays(1));
            assertThat(alerts())
                    .as("NEW-1 must not have the list yet")
                    .containsExactly("LIST_NOT_APPLIED_BY_UNITS BANK-07");
            assertThat(applied().units())
                    .extracting(
                            unit -> unit.unit().code() + " " + unit.overdue().isPresent())
                    .containsExactly("BANK-07 true", "HAIDIAN-2 false", "NEW-1 false");
        });
        steps.take("that unit applies the list too", () -> {
            acknowledge(list, "BANK-07");
            assertThat(alerts()).isEmpty();
        });
    }

    @Test
    void whoHasSaidNothingOfItsNewestListIsLateWithIt() {
        acknowledge(last());
        nineOClock(today().plusDays(1));
        Manifest unanswered = next();

        nineOClock(threeWorkdaysOn().plusDays(1));

        assertThat(alerts()).contains("LIST_NOT_APPLIED " + unanswered.sequence());
        assertThat(applied().overdue()).hasValue(unanswered.sequence());
    }

    private static LocalDate today() {
        return BusinessTime.dateOf(CLOCK.instant());
    }

    private static LocalDate threeWorkdaysOn() {
        return exchange.bean(Calendars.class).current().plusWorkdays(today(), 3);
    }

    private static void nineOClock(LocalDate day) {
        CLOCK.set(day + "T09:00:00+08:00");
    }

    private static void unit(String code, LocalDate confidentiality) {
        exchange.addUnit("YUNHE", code, SalesUnit.Kind.BRANCH, Optional.of(confidentiality));
    }

    private static Manifest last() {
        return exchange.bean(BlockLists.class).last(YUNHE).orElseThrow().manifest();
    }

    private static Manifest next() {
        exchange.publish();
        return last();
    }

    private static Ack ackOf(Manifest list, String... units) {
        return new Ack(
                YUNHE,
                list.sequence(),
                CLOCK.instant(),
                list.entries(),
                list.listDigest(),
                List.of(units).stream().map(UnitCode::new).toList());
    }

    private static String acknowledge(Manifest list, String... units) {
        return acknowledge(ackOf(list, units));
    }

    private static String acknowledge(Ack ack) {
        return send("ack", ack.toJson());
    }

    private static String send(String kind, byte[] json) {
        String stem = name(kind);
        exchange.upload("YUNHE", stem + ".json.pgp", json);
        assertThat(exchange.collect().problems()).isEmpty();
        return stem;
    }

    private static String name(String kind) {
        return "%s-YUNHE-%s-%03d".formatted(kind, DateTimeFormatter.BASIC_ISO_DATE.format(today()), ++files);
    }

    private static Receipt receipt(String stem) {
        return exchange.receiptOf("YUNHE", stem);
    }

    private static List<String> outcome(String stem) {
        return exchange.outcomeOf("YUNHE", stem)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> fields[0] + " " + fields[1] + " " + fields[2] + " " + fields[3])
                .toList();
    }

    private static Optional<FullListPolicy.Reason> fullListAsked() {
        return exchange.bean(FullListPolicy.class).requestedReason(YUNHE);
    }

    private static AppliedLists applied() {
        return exchange.bean(FindAppliedLists.class).of(YUNHE);
    }

    /** Those about lists. */
    private static List<String> alerts() {
        return exchange.bean(InsurerCheck.class).about(exchange.insurer("YUNHE")).stream()
                .filter(alert -> alert.code().name().startsWith("LIST_"))
                .map(alert -> alert.code() + " " + alert.detail().orElseThrow())
                .toList();
    }
}
