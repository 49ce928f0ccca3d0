package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.operation.Reason;
import jinbo.registry.Registry;
import jinbo.registry.inbound.HeldDecision;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An insurer takes back what it had uploaded wrongly, by row and by file. */
class WithdrawnRowsIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static final Actor OPERATOR = new Actor("wang", ActorRole.OPERATOR, "root", Optional.of("li"));

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;
    private static long numbers = 13810000000L;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(
                home,
                CLOCK,
                Map.of(
                        "jinbo.collect-uploads.hold.refused-rows", "3",
                        "jinbo.collect-uploads.hold.taken-back", "20"));
    }

    @BeforeEach
    void itIsTheTwentyFirst() {
        CLOCK.set("2012-09-21T09:00:00+08:00");
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
    void aRowThatIsTakenBackBringsNoBlockAnyMore() {
        Steps steps = new Steps();
        long wrong = number();
        long right = number();
        String upload = steps.take("two rows are uploaded", () -> uploaded("YUNHE", wrong, right));
        String stem = steps.take("one of them is withdrawn", () -> withdraw("YUNHE", upload + ",2,typing error"));
        steps.take("the receipt has no findings", () -> {
            Receipt receipt = receipt(stem, "");
            assertThat(receipt.status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(receipt.tally().rows()).isEqualTo(1);
            assertThat(receipt.tally().accepted()).isEqualTo(1);
            assertThat(receipt.effectiveOn()).isEmpty();
            assertThat(outcome(stem, "")).isEmpty();
        });
        steps.take("the block of that row alone is gone", () -> {
            assertThat(blocked(wrong)).isFalse();
            assertThat(blocked(right)).isTrue();
        });
        steps.take("the file is archived", () -> {
            assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
            assertThat(exchange.listing("YUNHE", "archive")).contains(stem + ".csv.pgp");
        });
    }

    @Test
    void aWholeFileIsTakenBackByOneRowWhateverIsLeftOfIt() {
        long first = number();
        long second = number();
        long third = number();
        String upload = uploaded("YUNHE", first, second, third);
        withdraw("YUNHE", upload + ",3,");

        String stem = withdraw("YUNHE", upload + ".csv.pgp,,wrong export");

        assertThat(receipt(stem, "").tally().accepted()).isEqualTo(1);
        assertThat(List.of(first, second, third)).noneMatch(WithdrawnRowsIT::blocked);
        assertThat(exchange.sql()
                        .sql("select registrations from registration_batch where revision = ?")
                        .param(revision())
                        .query(Long.class)
                        .single())
                .as("complaints that the one row took back")
                .isEqualTo(2);
    }

    @Test
    void whatSomebodyElseHasComplainedAboutStaysBlocked() {
        long number = number();
        String ours = uploaded("YUNHE", number);
        uploaded("CHANGQING", number);

        withdraw("YUNHE", ours + ",2,");

        assertThat(blocked(number)).isTrue();
    }

    @Test
    void theNextListsTellIt() {
        long number = number();
        String upload = uploaded("YUNHE", number);
        exchange.publish();
        withdraw("YUNHE", upload + ",2,");
        exchange.publish();

        String newest = exchange.listing("CHANGQING", "download").stream()
                .filter(name -> name.endsWith("-delta.csv.pgp"))
                .reduce((one, later) -> later)
                .orElseThrow();
        assertThat(exchange.text("CHANGQING", newest)).contains("REMOVE," + number + ",LIFE,,\r\n");
    }

    @Test
    void everyRowInVainIsToldWithItsReasonInTheOrderOfTheLines() {
        Steps steps = new Steps();
        String upload = uploaded("YUNHE", number(), number(), number(), number());
        String foreign = uploaded("CHANGQING", number());
        String allRefused = uploadedAs("YUNHE", UploadCsv.HEADER + UploadCsv.landlines("2012-09-20", 1));
        long before = revision();
        String stem = steps.take(
                "rows are withdrawn, most of them in vain",
                () -> withdraw(
                        "YUNHE",
                        upload + ",2,",
                        upload + ",99,",
                        upload + ",2,again",
                        upload + ",3,",
                        "complaints-YUNHE-20120920-999,,",
                        upload + ",4,",
                        upload + ",one,",
                        upload + ",5,",
                        upload + ",,",
                        foreign + ",2,",
                        allRefused + ",,"));
        steps.take("the file is held, and the outcome gives each reason", () -> {
            // more than three rows that are refused, and more than a fifth: held, and told all the same
            assertThat(receipt(stem, "").status()).isEqualTo(ReceiptStatus.HELD);
            assertThat(receipt(stem, "").tally().rows()).isEqualTo(11);
            assertThat(receipt(stem, "").tally().refused()).isEqualTo(11);
            assertThat(outcome(stem, ""))
                    .containsExactly(
                            "3 line LINE_UNKNOWN",
                            "4 line ALREADY_WITHDRAWN",
                            "6 file FILE_UNKNOWN",
                            "8 line LINE_UNKNOWN",
                            "10 file ALREADY_WITHDRAWN",
                            "11 file FILE_UNKNOWN",
                            "12 file FILE_UNKNOWN",
                            "  TOO_MANY_REFUSED");
            assertThat(revision()).isEqualTo(before);
        });
        steps.take(
                "an operator releases it",
                () -> exchange.bean(HeldFiles.class)
                        .decide(stem, HeldDecision.Kind.RELEASE, new Reason("they know"), OPERATOR));
        steps.take("the others are withdrawn", () -> {
            Receipt released = receipt(stem, ".2");
            assertThat(released.status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
            assertThat(released.tally().accepted()).isEqualTo(4);
            assertThat(released.tally().refused()).isEqualTo(7);
            assertThat(released.tally().findings())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            FindingCode.FILE_UNKNOWN, 3L,
                            FindingCode.LINE_UNKNOWN, 2L,
                            FindingCode.ALREADY_WITHDRAWN, 2L));
            assertThat(outcome(stem, ".2")).hasSize(7).first().isEqualTo("3 line LINE_UNKNOWN");
            assertThat(revision()).isEqualTo(before + 1);
        });
    }

    @Test
    void whatWasTakenBackIsNotTakenBackAgain() {
        Steps steps = new Steps();
        String upload = steps.take("a row is uploaded", () -> uploaded("YUNHE", number()));
        steps.take("it is withdrawn", () -> withdraw("YUNHE", upload + ",2,"));
        long before = revision();

        String byRow = steps.take("it is withdrawn once more", () -> withdraw("YUNHE", upload + ",2,"));
        String byFile = steps.take("so is its file", () -> withdraw("YUNHE", upload + ",,"));
        steps.take("both are refused", () -> {
            assertThat(outcome(byRow, "")).containsExactly("2 line ALREADY_WITHDRAWN");
            assertThat(outcome(byFile, "")).containsExactly("2 file ALREADY_WITHDRAWN");
            assertThat(receipt(byFile, "").status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
            assertThat(receipt(byFile, "").tally().accepted()).isZero();
        });
        steps.take(
                "nothing changes",
                () -> assertThat(revision()).as("nothing changed").isEqualTo(before));
    }

    @Test
    void theSameContentMayComeAgainUnderAnotherName() {
        String upload = uploaded("YUNHE", number());

        withdraw("YUNHE", upload + ",2,");
        String again = withdraw("YUNHE", upload + ",2,");

        assertThat(receipt(again, "").tally().findings()).containsOnlyKeys(FindingCode.ALREADY_WITHDRAWN);
    }

    @Test
    void toTakeVeryMuchBackWaitsForAnOperatorAndIsRegisteredWhenItIsReleased() {
        Steps steps = new Steps();
        long[] many = LongStream.generate(() -> number()).limit(21).toArray();
        String upload = uploaded("YUNHE", many);
        long before = revision();
        String stem = steps.take("very much is taken back", () -> withdraw("YUNHE", upload + ",,all of it"));
        steps.take("the file waits for an operator", () -> {
            assertThat(receipt(stem, "").status()).isEqualTo(ReceiptStatus.HELD);
            assertThat(outcome(stem, "")).containsExactly("  UNUSUAL_VOLUME");
            assertThat(LongStream.of(many)).allMatch(WithdrawnRowsIT::blocked);
            assertThat(revision()).isEqualTo(before);
        });
        steps.take("it is released on a later day", () -> {
            CLOCK.set("2012-09-24T10:00:00+08:00");
            exchange.bean(HeldFiles.class)
                    .decide(stem, HeldDecision.Kind.RELEASE, new Reason("they have explained"), OPERATOR);
        });
        steps.take("its rows are taken back on that day", () -> {
            assertThat(receipt(stem, ".2").status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(outcome(stem, ".2")).isEmpty();
            assertThat(LongStream.of(many)).noneMatch(WithdrawnRowsIT::blocked);
            assertThat(exchange.sql()
                            .sql("select registered_on::text from registration_batch where revision = ?")
                            .param(revision())
                            .query(String.class)
                            .single())
                    .isEqualTo("2012-09-24");
        });
    }

    @Test
    void whatAnOperatorRefusesTakesNothingBack() {
        long[] many = LongStream.generate(() -> number()).limit(21).toArray();
        String stem = withdraw("YUNHE", uploaded("YUNHE", many) + ",,all of it");

        exchange.bean(HeldFiles.class).decide(stem, HeldDecision.Kind.REFUSE, new Reason("not all of it"), OPERATOR);

        assertThat(receipt(stem, ".2").status()).isEqualTo(ReceiptStatus.REFUSED);
        assertThat(outcome(stem, ".2")).contains("  REFUSED_BY_OPERATOR");
        assertThat(LongStream.of(many)).allMatch(WithdrawnRowsIT::blocked);
    }

    @Test
    void anUploadThatWaitsForAnOperatorCannotBeTakenBackYet() {
        String held = uploadedAs(
                "YUNHE", UploadCsv.complaints("2012-09-20", number()) + UploadCsv.landlines("2012-09-20", 4));

        assertThat(outcome(withdraw("YUNHE", held + ",2,"), "")).containsExactly("2 file FILE_UNKNOWN");

        exchange.bean(HeldFiles.class).decide(held, HeldDecision.Kind.RELEASE, new Reason("agreed"), OPERATOR);
        assertThat(outcome(withdraw("YUNHE", held + ",2,"), "")).isEmpty();
    }

    @Test
    void aFileInTheEncodingOfChineseWindowsIsReadAsOne() {
        long number = number();
        String upload = uploaded("YUNHE", number);

        String stem = withdrawalOf("YUNHE");
        exchange.upload(
                "YUNHE",
                stem + ".csv.pgp",
                ("file,line,reason\r\n" + upload + ",99,号码错误\r\n" + upload + ",2,号码错误\r\n")
                        .getBytes(java.nio.charset.Charset.forName("GB18030")));
        exchange.collect();

        assertThat(outcome(stem, "")).containsExactly("2 line LINE_UNKNOWN");
        assertThat(blocked(number)).isFalse();
    }

    @Test
    void nothingOfABadEnvelopeIsKept() {
        long number = number();
        String upload = uploaded("YUNHE", number);
        String stem = withdrawalOf("YUNHE");
        byte[] sealed = exchange.seal(
                TestExchange.secretOf("YUNHE"),
                stem + ".csv.pgp",
                ("file,line,reason\r\n" + upload + ",2,\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        sealed[sealed.length - 2] ^= 1;
        exchange.place("YUNHE", stem + ".csv.pgp", sealed);
        long before = exchange.count("withdrawal_request");

        exchange.collect();

        assertThat(receipt(stem, "").tally().findings()).containsOnlyKeys(FindingCode.ENVELOPE_INVALID);
        assertThat(blocked(number)).isTrue();
        assertThat(exchange.count("withdrawal_request")).isEqualTo(before);
    }

    @Test
    void aFileWithoutRowsIsAcceptedAndChangesNothing() {
        long before = revision();

        String stem = withdraw("YUNHE");

        assertThat(receipt(stem, "").status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(receipt(stem, "").tally().rows()).isZero();
        assertThat(revision()).isEqualTo(before);
    }

    @Test
    void manyFilesMayBeNamedInOne() {
        List<String> uploads =
                IntStream.range(0, 3).mapToObj(i -> uploaded("YUNHE", number())).toList();

        String stem =
                withdraw("YUNHE", uploads.stream().map(upload -> upload + ",2,").toArray(String[]::new));

        assertThat(receipt(stem, "").tally().accepted()).isEqualTo(3);
    }

    private static long number() {
        // far enough apart that none is a run
        return numbers += 7;
    }

    private static String uploaded(String insurer, long... mobiles) {
        return uploadedAs(insurer, UploadCsv.complaints("2012-09-20", mobiles));
    }

    private static String uploadedAs(String insurer, String csv) {
        String name = UploadCsv.name(insurer, "20120921", ++files);
        exchange.upload(insurer, name, csv);
        exchange.collect();
        return name.replace(".csv.pgp", "");
    }

    private static String withdrawalOf(String insurer) {
        return "withdrawals-%s-20120921-%03d".formatted(insurer, ++files);
    }

    private static String withdraw(String insurer, String... rows) {
        String stem = withdrawalOf(insurer);
        exchange.upload(
                insurer,
                stem + ".csv.pgp",
                List.of(rows).stream().collect(Collectors.joining("\r\n", "file,line,reason\r\n", "\r\n")));
        assertThat(exchange.collect().problems()).isEmpty();
        return stem;
    }

    private static Receipt receipt(String stem, String nth) {
        return exchange.receiptOf("YUNHE", stem + nth);
    }

    private static List<String> outcome(String stem, String nth) {
        return exchange.findingsOf("YUNHE", stem + nth);
    }

    private static boolean blocked(long mobile) {
        return exchange.sql()
                .sql("select exists (select from block where mobile = ?)")
                .param(mobile)
                .query(Boolean.class)
                .single();
    }

    private static long revision() {
        return exchange.bean(Registry.class).currentRevision();
    }
}
