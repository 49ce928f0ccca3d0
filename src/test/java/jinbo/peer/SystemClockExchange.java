package jinbo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishOptions;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.reference.calendar.Calendars;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.InboundFile;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;

/** An exchange at the time of this machine, because most programs of partners know no other. */
final class SystemClockExchange implements AutoCloseable {

    /** What is told where everything goes well. */
    static final String CYCLE = "the whole cycle";

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final SettableClock clock = new SettableClock(Instant.now().toString());
    private final TestExchange exchange;
    private int numbers;

    private SystemClockExchange(Path home) {
        this.exchange = TestExchange.start(home, clock);
        loadCalendars();
    }

    /** One whose association makes its keys itself. */
    static SystemClockExchange withKeysOfItsOwn(Path home) {
        return new SystemClockExchange(home);
    }

    /** One whose association has brought a secret key. */
    static SystemClockExchange withKey(Path home, String armored) {
        try {
            SecretKeys.load(new ByteArrayInputStream(armored.getBytes(StandardCharsets.US_ASCII)), new char[0])
                    .writeTo(home.resolve("keys").resolve("association.asc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SystemClockExchange(home);
    }

    /** Made up, so that the working days of this year and the next are known whenever this runs. */
    private void loadCalendars() {
        int year = LocalDate.now(BEIJING).getYear();
        String days = IntStream.rangeClosed(year, year + 1)
                .boxed()
                .flatMap(each -> Stream.of(1, 2, 3).map(day -> LocalDate.of(each, 10, day)))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .map(day -> day + ",holiday,国庆节\n")
                .collect(Collectors.joining("", "date,kind,name\n", ""));
        try {
            exchange.bean(Calendars.class)
                    .importFile(
                            new ByteArrayInputStream(days.getBytes(StandardCharsets.UTF_8)), "wang", clock.instant());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Certificate association() {
        return exchange.bean(AssociationKeys.class)
                .openPgp()
                .current(clock.instant())
                .certificateAt(clock.instant());
    }

    /** What the production report says of a certificate now. */
    CertificateReport judges(Certificate certificate) {
        tick();
        return CertificateReport.of(certificate, exchange.bean(CryptoPolicy.class), clock.instant());
    }

    void addInsurer(String code, Certificate certificate) {
        exchange.join(code, code, TestLines.LIFE, certificate);
    }

    /** An upload of one complaint about a number that no other has. */
    byte[] upload() {
        numbers++;
        return "mobile,complaint,complained_on\r\n%d,TELEMARKETING,%s\r\n"
                .formatted(13_810_000_000L + numbers, LocalDate.now(BEIJING).minusDays(1))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The name in clear of an upload of today. */
    String uploadName(String code, int number) {
        return "complaints-%s-%s-%03d.csv"
                .formatted(code, LocalDate.now(BEIJING).format(IN_NAMES), number);
    }

    void drops(String code, String name, byte[] sealed) {
        exchange.place(code, name + ".pgp", sealed);
    }

    /** What became of all that lies on an insurer's drop, by the order of the names: a status, and the codes if it is refused. */
    List<String> collects(String code) {
        tick();
        CollectReport report = exchange.bean(CollectUploads.class).run(List.of(exchange.insurer(code)));
        assertThat(report.problems()).isEmpty();
        return report.files().stream()
                .sorted(Comparator.comparing(InboundFile::remoteName))
                .map(file -> file.verdict().orElseThrow().status() + whyNot(file))
                .toList();
    }

    /** What its outcome names. */
    private String whyNot(InboundFile file) {
        String found = exchange.bean(Findings.class).first(file.id(), 10).stream()
                .map(finding -> finding.code()
                        + finding.cause().map(cause -> " (" + cause + ")").orElse(""))
                .distinct()
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "" : ": " + found;
    }

    /** Publishes a whole list for an insurer, and gives its name. */
    String publishes(String code) {
        tick();
        PublishReport report =
                exchange.bean(PublishBlockLists.class).run(List.of(exchange.insurer(code)), PublishOptions.WHOLE);
        assertThat(report.problems()).isEmpty();
        return exchange.lists(code).newest();
    }

    /** The newest list of an insurer, as it was delivered. */
    byte[] newestList(String code) {
        return delivered(
                code,
                exchange.lists(code).names().isEmpty()
                        ? publishes(code)
                        : exchange.lists(code).newest());
    }

    static String manifestOf(String list) {
        BlockListFileName name = BlockListFileName.parse(list).orElseThrow();
        return new ManifestFileName(name.insurer(), name.sequence()).fileName();
    }

    byte[] delivered(String code, String name) {
        try {
            return Files.readAllBytes(exchange.drop(code, "download").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tick() {
        clock.set(Instant.now().toString());
    }

    @Override
    public void close() {
        exchange.close();
    }
}
