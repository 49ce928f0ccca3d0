package jinbo.story;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.operation.Reason;
import jinbo.participant.staff.StaffError;
import jinbo.participant.staff.StaffException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldFilesIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static final Actor OPERATOR = new Actor("wang", ActorRole.OPERATOR, "root", Optional.of("li"));

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
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
    void aFileWithTooManyRefusedRowsWaitsAndChangesNothing() {
        Steps steps = new Steps();
        long before = revision();
        String stem = steps.take("a file with eleven landlines arrives", () -> dropMostlyBad());
        steps.take("it is collected", () -> {
            CollectReport report = exchange.collect();
            assertThat(report.problems()).isEmpty();
        });
        steps.take("its receipt says that it is held", () -> {
            Receipt receipt = receipt(stem, "");
            assertThat(receipt.status()).isEqualTo(ReceiptStatus.HELD);
            assertThat(receipt.tally().rows()).isEqualTo(13);
            assertThat(receipt.tally().accepted()).isZero();
            assertThat(receipt.tally().refused()).isEqualTo(13);
            assertThat(receipt.tally().findings())
                    .containsEntry(FindingCode.MOBILE_LANDLINE, 11L)
                    .containsEntry(FindingCode.TOO_MANY_REFUSED, 1L);
            assertThat(receipt.effectiveOn()).isEmpty();
        });
        steps.take(
                "its outcome gives the reasons",
                () -> assertThat(exchange.outcomeOf("YUNHE", stem).lines())
                        .hasSize(1 + 1 + 11)
                        .anyMatch(line -> line.contains(",TOO_MANY_REFUSED,"))
                        .anyMatch(line -> line.startsWith("5,mobile,REFUSED,MOBILE_LANDLINE,")));
        steps.take("it is archived", () -> {
            assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
            assertThat(exchange.listing("YUNHE", "archive")).contains(stem + ".csv.pgp");
        });
        steps.take("nothing is registered, and the file is on the list of those that are held", () -> {
            assertThat(revision()).isEqualTo(before);
            assertThat(held().list()).extracting(file -> file.stem()).contains(stem);
        });
    }

    @Test
    void aRunOfConsecutiveNumbersIsUnusual() {
        String stem = drop(UploadCsv.complaints(
                "2012-09-20",
                LongStream.range(0, 50)
                        .map(i -> 13810100000L + 100L * files + i)
                        .toArray()));

        exchange.collect();

        assertThat(receipt(stem, "").tally().findings()).containsOnlyKeys(FindingCode.UNUSUAL_VOLUME);
        assertThat(receipt(stem, "").status()).isEqualTo(ReceiptStatus.HELD);
    }

    @Test
    void oneNumberInMoreThanTwentyRowsIsUnusual() {
        long number = 13810200000L + 100L * files;
        String twenty = drop(UploadCsv.complaints(
                "2012-09-20", LongStream.generate(() -> number).limit(20).toArray()));
        String more = drop(UploadCsv.complaints(
                "2012-09-20", LongStream.generate(() -> number).limit(21).toArray()));

        exchange.collect();

        assertThat(receipt(twenty, "").status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(receipt(more, "").status()).isEqualTo(ReceiptStatus.HELD);
        assertThat(receipt(more, "").tally().findings())
                .containsOnlyKeys(FindingCode.ROW_REPEATED, FindingCode.UNUSUAL_VOLUME);
    }

    @Test
    void releasedOnALaterDayItsRowsAreRegisteredOnThatDayAndOnce() {
        Steps steps = new Steps();
        long before = revision();
        String stem = steps.take("a file with many mistakes arrives", () -> dropMostlyBad());
        steps.take("it is held until a later day", () -> {
            exchange.collect();
            CLOCK.set("2012-09-24T10:00:00+08:00");
        });
        CollectReport report = steps.take(
                "an operator releases it",
                () -> held().decide(
                                stem,
                                HeldDecision.Kind.RELEASE,
                                new Reason("agreed with the insurer on 2012-09-24"),
                                OPERATOR));
        Receipt receipt = steps.take("it is answered once more", () -> {
            assertThat(report.problems()).isEmpty();
            return receipt(stem, ".2");
        });
        steps.take("the answer tells of its rows", () -> {
            assertThat(receipt.status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
            assertThat(receipt.tally().accepted()).isEqualTo(2);
            assertThat(receipt.tally().refused()).isEqualTo(11);
            assertThat(receipt.effectiveOn()).hasValue(LocalDate.of(2012, 10, 10));
            assertThat(receipt.receivedAt()).isEqualTo("2012-09-21T01:00:00Z");
            assertThat(exchange.outcomeOf("YUNHE", stem + ".2"))
                    .contains("MOBILE_LANDLINE")
                    .doesNotContain("TOO_MANY_REFUSED");
        });
        steps.take("its rows are registered on that day", () -> {
            assertThat(revision()).isEqualTo(before + 1);
            assertThat(exchange.sql()
                            .sql("select registered_on from registration_batch where revision = ?")
                            .param(revision())
                            .query(LocalDate.class)
                            .single())
                    .isEqualTo("2012-09-24");
        });
        steps.take(
                "the log names both people",
                () -> assertThat(exchange.sql()
                                .sql(
                                        "select actor || ' + ' || confirmed_by || ' ' || operating_system_user || ' ' || action || ' ' || coalesce(outcome, '-') from access_log_entry"
                                                + " where id <= (select entry from access_log_place where index = ?) order by id desc limit 2")
                                .param(receipt.accessLogIndex())
                                .query(String.class)
                                .list())
                        .containsExactly("wang + li root RELEASE PARTLY_ACCEPTED", "wang + li root RELEASE -"));
        steps.take("the next run finds nothing to do", () -> {
            exchange.collect();
            assertThat(revision()).as("the next run finds nothing to do").isEqualTo(before + 1);
            assertThat(home.resolve("spool/inbound").resolve(id(stem)))
                    .as("its copy in the spool")
                    .doesNotExist();
        });
    }

    @Test
    void refusedItIsAnsweredWithTheOperatorsReasonAndQuarantined() throws IOException {
        Steps steps = new Steps();
        String stem = steps.take("a file with eleven landlines arrives", () -> dropMostlyBad());
        byte[] sealed = Files.readAllBytes(exchange.drop("YUNHE", "upload").resolve(stem + ".csv.pgp"));
        steps.take("it is held", () -> exchange.collect());
        steps.take(
                "an operator refuses it",
                () -> held().decide(
                                stem + ".csv.pgp",
                                HeldDecision.Kind.REFUSE,
                                new Reason("列错位，请重新导出 \"mobile\", 谢谢"),
                                OPERATOR));
        steps.take("its receipt says that it is refused", () -> {
            Receipt receipt = receipt(stem, ".2");
            assertThat(receipt.status()).isEqualTo(ReceiptStatus.REFUSED);
            assertThat(receipt.tally().rows()).isEqualTo(13);
            assertThat(receipt.tally().refused()).isEqualTo(13);
            assertThat(receipt.tally().findings()).containsEntry(FindingCode.REFUSED_BY_OPERATOR, 1L);
        });
        steps.take(
                "its outcome gives the operator's reason",
                () -> assertThat(exchange.outcomeOf("YUNHE", stem + ".2"))
                        .contains("REFUSED_BY_OPERATOR")
                        .contains("列错位，请重新导出"));
        steps.take("its bytes are quarantined with the reason", () -> {
            try (Stream<Path> kept = Files.list(home.resolve("quarantine/YUNHE"))) {
                List<Path> ofThis = kept.filter(file -> file.toString().contains(stem + "."))
                        .sorted()
                        .toList();
                assertThat(ofThis).hasSize(2);
                assertThat(ofThis.get(0)).hasBinaryContent(sealed);
                assertThat(ofThis.get(1)).content().contains("REFUSED_BY_OPERATOR");
            }
        });
    }

    @Test
    void nobodyDecidesTwice() {
        String stem = dropMostlyBad();
        exchange.collect();
        held().decide(stem, HeldDecision.Kind.REFUSE, new Reason("columns are shifted"), OPERATOR);

        assertThatExceptionOfType(BatchException.class)
                .isThrownBy(() ->
                        held().decide(stem, HeldDecision.Kind.RELEASE, new Reason("it is right after all"), OPERATOR))
                .is(error(BatchError.NOT_HELD));
        assertThat(exchange.listing("YUNHE", "download")).doesNotContain("receipt-" + stem + ".3.json.pgp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "row of 13810001234 is wrong",
                "row of 138-1000-1234 is wrong",
                "138 1000 1234",
                "138.1000.1234",
                "138－1000－1234",
                "１３８１０００１２３４",
                "call 6555 1234",
                "+86(0)138/1000/1234",
                "2012-09-13810001234"
            })
    void aReasonThatMayHoldAPhoneNumberIsRefusedWithoutRepeatingIt(String reason) {
        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> held().decide("any", HeldDecision.Kind.REFUSE, new Reason(reason), OPERATOR))
                .is(error(StaffError.REASON_HOLDS_NUMBER))
                .withMessageContaining("phone number")
                .withMessageNotContaining("1234");
    }

    @Test
    void aDecisionNeedsAReason() {
        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> held().decide("any", HeldDecision.Kind.REFUSE, new Reason(" \t"), OPERATOR))
                .is(error(StaffError.REASON_MISSING));
    }

    @Test
    void theSameContentSentAgainWhileItIsHeldHasBeenReceived() {
        String content = mostlyBad();
        String stem = drop(content);
        exchange.collect();

        String again = drop(content);
        exchange.collect();

        assertThat(receipt(again, "").tally().findings()).containsOnlyKeys(FindingCode.ALREADY_RECEIVED);
        assertThat(receipt(stem, "").status()).isEqualTo(ReceiptStatus.HELD);
    }

    @Test
    void aFileOfTheSameNameThatCameMeanwhileKeepsItsAnswerAndTheReleaseGetsTheNext() {
        String content = mostlyBad();
        String stem = drop(content);
        exchange.collect();
        exchange.upload("YUNHE", stem + ".csv.pgp", UploadCsv.complaints("2012-09-20", 13810300000L + files));
        exchange.collect();

        CollectReport report = held().decide(stem, HeldDecision.Kind.RELEASE, new Reason("agreed"), OPERATOR);

        assertThat(report.problems()).isEmpty();
        assertThat(receipt(stem, "").status()).isEqualTo(ReceiptStatus.HELD);
        assertThat(receipt(stem, ".2").tally().findings()).containsOnlyKeys(FindingCode.ALREADY_RECEIVED);
        assertThat(receipt(stem, ".3").status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
    }

    @Test
    void aHeldFileThatTheSpoolHasLostIsMissedAndNotCalledTooLarge() throws IOException {
        String stem = dropMostlyBad();
        exchange.collect();
        Path copy = home.resolve("spool/inbound").resolve(id(stem)).resolve("upload.pgp");
        byte[] sealed = Files.readAllBytes(copy);
        Files.delete(copy);

        CollectReport report = held().decide(stem, HeldDecision.Kind.RELEASE, new Reason("agreed"), OPERATOR);

        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .contains(stem + ".csv.pgp")
                        .contains(copy.toString())
                        .contains(UploadCsv.sha256(sealed)));
        Files.write(copy, sealed);
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(receipt(stem, ".2").status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
    }

    private static String dropMostlyBad() {
        return drop(mostlyBad());
    }

    /** Two good rows and eleven landlines. */
    private static String mostlyBad() {
        return UploadCsv.complaints("2012-09-20", 13810200000L + 10 * files, 13810200003L + 10 * files)
                + UploadCsv.landlines("2012-09-20", 11);
    }

    private static String drop(String content) {
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        exchange.upload("YUNHE", name, content);
        return name.replace(".csv.pgp", "");
    }

    private static String id(String stem) {
        return exchange.sql()
                .sql("select id::text from inbound_file where stem = ?")
                .param(stem)
                .query(String.class)
                .single();
    }

    private static Receipt receipt(String stem, String nth) {
        return exchange.receiptOf("YUNHE", stem + nth);
    }

    private static HeldFiles held() {
        return exchange.bean(HeldFiles.class);
    }

    private static long revision() {
        return exchange.bean(Registry.class).currentRevision();
    }
}
