package jinbo.partner;

import static jinbo.partner.PublishedListFixture.LIFE;
import static jinbo.partner.PublishedListFixture.MOTOR;
import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.partner.PublishedListFixture.TODAY;
import static jinbo.partner.PublishedListFixture.USE_BY;
import static jinbo.testing.ExpectedError.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.exchange.format.BlockListEntry;
import jinbo.partner.calls.CheckCalls;
import jinbo.partner.calls.CheckCalls.CallPurpose;
import jinbo.partner.calls.CheckCalls.Why;
import jinbo.partner.calls.PolicyholderNumbers;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of samples is a test: calls, optional customers, and the result. */
class CheckCallsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/jinbo/partner/calls");

    @TempDir
    private Path home;

    private LocalBlockList held;

    @BeforeEach
    void aListIsHeld() throws IOException {
        Path inbox = Files.createDirectory(home.resolve("inbox"));
        PublishedListFixture list = new PublishedListFixture();
        list.lines = List.of(LIFE, MOTOR);
        list.entries = List.of(
                block(13_600_000_000L, LIFE, "2024-03-02", "2026-03-02"),
                block(13_600_000_000L, MOTOR, "2024-03-02", "2026-03-02"),
                block(13_700_000_000L, LIFE, "2025-01-01", "2027-01-01"),
                block(13_810_001_234L, LIFE, "2025-12-01", "2026-06-01"),
                block(13_810_001_234L, MOTOR, "2026-02-10", "2028-02-10"),
                block(13_910_005_678L, MOTOR, "2024-03-03", "2026-03-03"),
                block(18_600_000_000L, MOTOR, "2026-03-10", "2028-03-10"));
        list.into(inbox);
        held = new LocalBlockList(home.resolve("held"));
        new ApplyBlockLists(PartnerTestKeys.YUNHE, held).apply(inbox, NOW, TODAY);
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachRowComesBackWithItsAnswer(Path sample) throws IOException {
        CallPurpose purpose = CallPurpose.valueOf(
                Files.readString(sample.resolve("purpose.txt")).strip().toUpperCase(Locale.ROOT));
        Path customers = sample.resolve("customers.csv");
        Path out = home.resolve("out.csv");

        check(
                sample.resolve("calls.csv"),
                out,
                TODAY,
                purpose,
                Optional.of(new LineCode(
                        Files.readString(sample.resolve("line.txt")).strip())),
                Files.exists(customers) ? Optional.of(customers) : Optional.empty());

        assertThat(Files.readAllBytes(out))
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo(Files.readString(sample.resolve("expected.csv"), StandardCharsets.ISO_8859_1));
    }

    @Test
    void thereAreSamples() throws IOException {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void theAnswersAreCounted() throws IOException {
        CheckCalls.Totals tally = check(
                SAMPLES.resolve("sales/calls.csv"),
                home.resolve("out.csv"),
                TODAY,
                CallPurpose.SALES,
                Optional.empty());

        assertThat(tally.rows()).isEqualTo(10);
        assertThat(tally.mayCall()).isEqualTo(3);
        assertThat(tally.why())
                .isEqualTo(Map.of(
                        Why.BLOCKED,
                        3L,
                        Why.NOT_YET,
                        1L,
                        Why.NOT_BLOCKED,
                        2L,
                        Why.LANDLINE,
                        1L,
                        Why.MALFORMED,
                        1L,
                        Why.MISSING,
                        1L,
                        Why.SCIENTIFIC,
                        1L));
    }

    @Test
    void customersWithoutANumberThatCanBeReadVouchForNobody() throws IOException {
        try (InputStream csv = Files.newInputStream(SAMPLES.resolve("service/customers.csv"))) {
            PolicyholderNumbers customers = PolicyholderNumbers.read("customers.csv", csv);

            assertThat(customers.numbers()).isEqualTo(2);
            assertThat(customers.unreadable()).isEqualTo(1);
        }
    }

    @Test
    void onTheLastDayOfTheListCallsMayRestOnItAndOnTheNextNoLonger() throws IOException {
        Path calls = table("mobile\n13700000000\n");
        check(calls, home.resolve("last-day.csv"), USE_BY, CallPurpose.SALES, Optional.empty());

        Path out = home.resolve("next-day.csv");
        assertRefused(
                "LIST_STALE",
                "2026-03-16",
                () -> check(calls, out, USE_BY.plusDays(1), CallPurpose.SALES, Optional.empty()));
        assertThat(out).doesNotExist();
    }

    @Test
    void aBlockBeginsAndEndsWithItsDays() throws IOException {
        Path calls = table("mobile\n18600000000\n13910005678\n");
        check(calls, home.resolve("before.csv"), LocalDate.parse("2026-03-09"), CallPurpose.SALES, Optional.empty());
        check(calls, home.resolve("first.csv"), LocalDate.parse("2026-03-10"), CallPurpose.SALES, Optional.empty());

        assertThat(home.resolve("before.csv")).content().contains("18600000000,Y,NOT_YET", "13910005678,Y,NOT_BLOCKED");
        assertThat(home.resolve("first.csv")).content().contains("18600000000,N,BLOCKED");
    }

    @Test
    void withoutAListNobodyMayBeCalled() throws IOException {
        Path calls = table("mobile\n13700000000\n");
        Path out = home.resolve("out.csv");
        LocalBlockList none = new LocalBlockList(home.resolve("none"));

        assertRefused(
                "NO_LIST_HELD",
                "no sales calls are allowed",
                () -> CheckCalls.over(none, TODAY, CallPurpose.SALES, Optional.of(MOTOR), Optional.empty()));
        assertThat(calls.resolveSibling(out.getFileName())).doesNotExist();
    }

    @Test
    void aListOfSeveralLinesHasToBeToldWhichOneTheCallsAreFor() throws IOException {
        Path calls = table("mobile\n13700000000\n");
        Path out = home.resolve("out.csv");

        assertRefused(
                "BUSINESS_LINE_MISSING",
                "List 1 covers LIFE, MOTOR; name the line",
                () -> check(calls, out, TODAY, CallPurpose.SALES, Optional.empty(), Optional.empty()));
        assertThat(out).doesNotExist();
    }

    @Test
    void aLineThatTheListDoesNotTellOfIsRefused() throws IOException {
        Path calls = table("mobile\n13700000000\n");
        Path out = home.resolve("out.csv");
        Optional<LineCode> health = Optional.of(new LineCode("HEALTH"));

        assertRefused(
                "BUSINESS_LINE_NOT_ON_LIST",
                "List 1 covers LIFE, MOTOR, but not HEALTH",
                () -> check(calls, out, TODAY, CallPurpose.SALES, health, Optional.empty()));
        assertThat(out).doesNotExist();
    }

    @Test
    void aListOfOneLineNeedsNotBeToldWhich() throws IOException {
        holdNext(List.of(LIFE), List.of(block(13_810_001_234L, LIFE, "2026-02-10", "2028-02-10")));
        Path calls = table("mobile\n13810001234\n");
        check(calls, home.resolve("out.csv"), TODAY, CallPurpose.SALES, Optional.empty(), Optional.empty());

        assertThat(home.resolve("out.csv")).content().contains("13810001234,N,BLOCKED business_line=LIFE");
        assertRefused(
                "BUSINESS_LINE_NOT_ON_LIST",
                "List 2 covers LIFE, but not MOTOR",
                () -> check(calls, home.resolve("motor.csv"), TODAY, CallPurpose.SALES, Optional.empty()));
    }

    @Test
    void aListOfNoLineLetsNobodyBeCalled() throws IOException {
        holdNext(List.of(), List.of());
        Path calls = table("mobile\n13810001234\n");
        Path out = home.resolve("out.csv");

        for (Optional<LineCode> line : List.of(Optional.<LineCode>empty(), Optional.of(MOTOR))) {
            assertRefused(
                    "BUSINESS_LINE_NOT_ON_LIST",
                    "List 2 covers no line of business",
                    () -> check(calls, out, TODAY, CallPurpose.SALES, line, Optional.empty()));
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void aTableThatIsNotOneIsRefusedWholeAndNoNumberIsTold() throws IOException {
        Map<String, String> faults = Map.of(
                "", "is empty",
                "number\n13810001234\n", "no column mobile",
                "mobile;name\n13810001234;a\n", "no column mobile",
                "mobile,MOBILE\n13810001234,1\n", "more than one column mobile",
                "mobile,why\n13810001234,1\n", "already has a column why",
                "mobile,name\n13810001234,a\n13810001234\n", "line 3 has 1 fields",
                "mobile,name\n13810001234,a,b\n", "line 2 has 3 fields",
                "mobile,name\n13810001234,\"a\" b\n", "the row after line 1",
                "\u00FF\u00FEm\0o\0b\0i\0l\0e\0\n\0", "UTF-16");
        Path out = home.resolve("out.csv");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            Path calls = home.resolve("calls.csv");
            Files.write(calls, fault.getKey().getBytes(StandardCharsets.ISO_8859_1));

            assertRefused(
                    "TABLE_UNUSABLE",
                    fault.getValue(),
                    () -> check(calls, out, TODAY, CallPurpose.SALES, Optional.empty()));
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void theAnswersAreForTheirOwnersEyesOnlyAndNothingIsOverwritten() throws IOException {
        Path calls = table("mobile\n13700000000\n");
        Path out = home.resolve("out.csv");
        check(calls, out, TODAY, CallPurpose.SALES, Optional.empty());

        if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                    .isEqualTo("rw-------");
        }
        assertThatThrownBy(() -> check(calls, out, TODAY, CallPurpose.SALES, Optional.empty()))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aCheckThatIsUnderWayKeepsItsListWhileTheNextIsApplied() throws IOException {
        try (CheckCalls check = CheckCalls.over(held, TODAY, CallPurpose.SALES, Optional.of(MOTOR), Optional.empty())) {
            holdNext(List.of(LIFE, MOTOR), List.of());

            check.check("calls", table("mobile\n13810001234\n"), home.resolve("out.csv"));
        }

        assertThat(home.resolve("out.csv")).content().contains("13810001234,N,BLOCKED");
        assertThat(PublishedListFixture.find(held, new Mobile(13_810_001_234L), MOTOR))
                .isEmpty();
    }

    private CheckCalls.Totals check(
            Path calls, Path out, LocalDate today, CallPurpose purpose, Optional<Path> customers) throws IOException {
        return check(calls, out, today, purpose, Optional.of(MOTOR), customers);
    }

    private CheckCalls.Totals check(
            Path calls,
            Path out,
            LocalDate today,
            CallPurpose purpose,
            Optional<LineCode> line,
            Optional<Path> customers)
            throws IOException {
        Optional<PolicyholderNumbers> inForce = Optional.empty();
        if (customers.isPresent()) {
            try (InputStream csv = Files.newInputStream(customers.get())) {
                inForce = Optional.of(PolicyholderNumbers.read("customers", csv));
            }
        }
        try (CheckCalls check = CheckCalls.over(held, today, purpose, line, inForce)) {
            return check.check("calls", calls, out);
        }
    }

    private void holdNext(List<LineCode> lines, List<BlockListEntry> entries) throws IOException {
        Path inbox = home.resolve("inbox");
        PublishedListFixture next =
                PublishedListFixture.after(inbox.resolve("blocklist-YUNHE-00000001.manifest.json.pgp"), 2);
        next.lines = lines;
        next.entries = entries;
        next.into(inbox);
        new ApplyBlockLists(PartnerTestKeys.YUNHE, held).apply(inbox, NOW, TODAY);
    }

    private Path table(String text) throws IOException {
        return Files.writeString(home.resolve("calls.csv"), text);
    }

    private static void assertRefused(
            String code, String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable refused) {
        assertThatThrownBy(refused).is(code(code)).hasMessageContaining(message).hasMessageNotContaining("1381000");
    }

    private static BlockListEntry block(long mobile, LineCode line, String from, String to) {
        return new BlockListEntry(new Mobile(mobile), line, LocalDate.parse(from), LocalDate.parse(to));
    }
}
