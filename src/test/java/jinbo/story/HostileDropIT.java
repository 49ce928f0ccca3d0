package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.collect.CollectReport;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.registry.inbound.InboundFile;
import jinbo.testing.AttackTable;
import jinbo.testing.HostileFileName;
import jinbo.testing.MisnamingSftpServer;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Yunhe's server calls its files whatever is meant to do harm, each a sound upload of Yunhe's: one run of {@code
 * collect-uploads} ingests what is named as agreed, of every insurer, answers what is a file, and touches nothing else.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class HostileDropIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    private static final String NEVER = "never touched, all else is ingested";
    private static final String NAME_INVALID = "NAME_INVALID, under a name of ours, all else is ingested";

    private static final String GOOD = UploadCsv.name("YUNHE", "20120921", 1);
    private static final String LAST_GOOD = UploadCsv.name("YUNHE", "20120921", 999);
    private static final String TWIN = GOOD.toUpperCase(java.util.Locale.ROOT);

    /** Of the names that mean a file; what a look makes of all the others is a rule of the package {@code drop}. */
    private static final Set<String> MEANT_TO_STEER = Set.of(
            "right to left",
            "a line separator",
            "a phone number",
            "a phone number in full width",
            "an option",
            "a shell command",
            "a pattern");

    @TempDir
    static Path all;

    private static TestExchange exchange;
    private static MisnamingSftpServer server;
    private static Set<Path> before;
    private static CollectReport report;
    private static String log;
    private static final List<HostileFileName> names = new ArrayList<>();
    private static final Map<String, String> stems = new LinkedHashMap<>();

    @BeforeAll
    static void oneRun(CapturedOutput output) throws IOException {
        exchange = TestExchange.start(Files.createDirectory(all.resolve("home")), CLOCK);
        Path theirs = Files.createDirectory(all.resolve("theirs"));
        for (String folder : List.of("upload", "archive", "download")) {
            Files.createDirectory(theirs.resolve(folder));
        }
        server = MisnamingSftpServer.over(theirs);
        exchange.moveDrop("YUNHE", theirs, server.address());
        HostileFileName.all()
                .filter(name -> !name.taken() || MEANT_TO_STEER.contains(name.what()))
                .forEach(names::add);
        for (String name : List.of(
                GOOD + "/../../../../x",
                "../upload/" + LAST_GOOD,
                UploadCsv.name("YUNHE", "20120921", 2) + "/",
                "upload-20120921/" + UploadCsv.name("YUNHE", "20120921", 3))) {
            names.add(new HostileFileName(name, name.getBytes(StandardCharsets.UTF_8), false));
        }
        for (String name : List.of(TWIN, "x".repeat(255), "complaints-YUNHE-20120921-\u202e100.csv.pgp")) {
            names.add(new HostileFileName(name, name.getBytes(StandardCharsets.UTF_8), true));
        }
        putAll();
        before = tree();
        report = exchange.collect();
        log = output.getAll();
    }

    private static void putAll() throws IOException {
        long number = 13810600000L;
        byte[] never = sealed(number);
        for (HostileFileName name : names) {
            byte[] sealed = name.taken() ? sealed(++number) : never;
            stems.put(name.what(), AnswerFileNames.invalidStem(UploadCsv.sha256(sealed)));
            Files.write(server.onDisk("upload", name.bytes()), sealed);
        }
        for (String good : List.of(GOOD, LAST_GOOD)) {
            Files.write(
                    server.onDisk("upload", good.getBytes(StandardCharsets.US_ASCII)),
                    exchange.seal(
                            TestExchange.secretOf("YUNHE"),
                            good,
                            UploadCsv.complaints("2012-09-20", ++number).getBytes(StandardCharsets.UTF_8)));
        }
        Path folder = Files.createDirectory(onDisk("folder.csv.pgp"));
        Path lyingFolder = Files.createDirectory(onDisk(UploadCsv.name("YUNHE", "20120921", 10)));
        Path link = Files.createSymbolicLink(onDisk("link.csv.pgp"), exchange.home());
        Path lyingLink =
                Files.createSymbolicLink(onDisk(UploadCsv.name("YUNHE", "20120921", 11)), all.resolve("nowhere"));
        server.reportAsFile(lyingFolder);
        server.reportAsFile(lyingLink);
        assertThat(List.of(folder, link)).allMatch(path -> Files.exists(path));
        Files.createSymbolicLink(
                exchange.drop("CHANGQING", "upload").resolve(UploadCsv.name("CHANGQING", "20120921", 2)),
                exchange.home().resolve("keys"));
        exchange.upload(
                "CHANGQING",
                UploadCsv.name("CHANGQING", "20120921", 1),
                UploadCsv.complaints("2012-09-20", 13810700001L));
    }

    private static byte[] sealed(long number) {
        return exchange.seal(
                TestExchange.secretOf("YUNHE"),
                GOOD,
                UploadCsv.complaints("2012-09-20", number).getBytes(StandardCharsets.UTF_8));
    }

    private static Path onDisk(String name) {
        return server.onDisk("upload", name.getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void close() {
        exchange.close();
        server.close();
    }

    @Test
    void whatIsNamedAsAgreedIsIngestedAndNothingElse() {
        assertThat(exchange.receiptOf("YUNHE", "complaints-YUNHE-20120921-001").status())
                .isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.receiptOf("YUNHE", "complaints-YUNHE-20120921-999").status())
                .isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.receiptOf("CHANGQING", "complaints-CHANGQING-20120921-001")
                        .status())
                .isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.count("registration")).isEqualTo(3);
        exchange.assertRegistryAgrees();
    }

    @Test
    void aNameThatMeansNoFileOfItsFolderIsNeverAskedFor() {
        assertThat(server.asked())
                .allMatch(
                        path -> path.matches("(?s)(\\.|upload|archive|download|(upload|archive|download)/[^/\\\\]+)"));
        List<String> touched = names.stream()
                .filter(name -> !name.taken())
                .filter(name -> server.asked().contains("upload/" + name.text())
                        || !Files.exists(server.onDisk("upload", name.bytes())))
                .map(HostileFileName::what)
                .toList();

        AttackTable.row(
                "collect-uploads: a drop of names that mean no file of their folder",
                NEVER,
                touched.isEmpty() ? NEVER : "touched: " + touched);
    }

    @Test
    void aFileWithAnotherNameIsAnsweredUnderANameOfOurs() {
        List<HostileFileName> files =
                names.stream().filter(HostileFileName::taken).toList();
        List<String> otherwise = files.stream()
                .filter(name -> !exchange.receiptOf("YUNHE", stems.get(name.what()))
                        .tally()
                        .findings()
                        .keySet()
                        .equals(Set.of(FindingCode.NAME_INVALID)))
                .map(HostileFileName::what)
                .toList();

        assertThat(files).hasSize(10);
        AttackTable.row(
                "collect-uploads: a drop of names that no file of the exchange has",
                NAME_INVALID,
                otherwise.isEmpty() ? NAME_INVALID : "otherwise: " + otherwise);
    }

    @Test
    void whatIsNoFileIsLeftWhereItLiesAlsoIfTheServerCallsItOne() {
        List<String> taken = report.files().stream().map(InboundFile::stem).toList();
        boolean left = Stream.of("folder.csv.pgp", "link.csv.pgp", UploadCsv.name("YUNHE", "20120921", 10))
                        .allMatch(name -> Files.exists(onDisk(name)))
                && Files.isSymbolicLink(onDisk(UploadCsv.name("YUNHE", "20120921", 11)))
                && taken.stream().noneMatch(stem -> stem.matches("complaints-YUNHE-20120921-01[01]"));

        AttackTable.row(
                "collect-uploads: a folder and a link, and more of them that the server calls files",
                NEVER,
                left ? NEVER : "taken: " + taken);
        assertThat(report.problems().toString())
                .contains("YUNHE", "are not files or have invalid names", "CHANGQING, what=1 item(s)");
    }

    @Test
    void nothingIsWrittenButUnderNamesOfOursInTheHomeAndOnTheDrop() throws IOException {
        Set<Path> written = tree();
        written.removeAll(before);

        assertThat(written).isNotEmpty().allSatisfy(path -> {
            String relative = all.relativize(path).toString();
            assertThat(relative)
                    .matches("home/[A-Za-z0-9._/-]+|theirs/(archive/[0-9a-f]{64}|download/[A-Za-z0-9._-]+)");
            assertThat(relative).doesNotContain("13810001234", "..");
        });
        assertThat(exchange.home().resolve("quarantine/YUNHE")).isDirectory();
        assertThat(Files.exists(all.resolve("x"))).isFalse();
    }

    @Test
    void whatIsToldSteersNoTerminalAndHoldsNoNumber() throws IOException {
        List<String> told = new ArrayList<>(List.of(log, report.toString()));
        try (Stream<Path> reasons = Files.list(exchange.home().resolve("quarantine/YUNHE"))) {
            for (Path reason :
                    reasons.filter(path -> path.toString().endsWith(".txt")).toList()) {
                told.add(Files.readString(reason));
            }
        }
        for (String name : exchange.listing("YUNHE", "download")) {
            if (name.startsWith("receipt") || name.startsWith("outcome")) {
                told.add(exchange.text("YUNHE", name));
            }
        }
        told.addAll(exchange.sql()
                .sql("select t::text from finding t union all select t::text from access_log_entry t")
                .query(String.class)
                .list());

        assertThat(told).hasSizeGreaterThan(20).allSatisfy(text -> {
            assertThat(text).doesNotContain("13810001234", "１３８", "13810600", "ERROR all is lost", "all is well");
            assertThat(text.codePoints()
                            .filter(HostileDropIT::steers)
                            .mapToObj(Integer::toHexString)
                            .collect(Collectors.toSet()))
                    .isEmpty();
        });
    }

    private static boolean steers(int c) {
        int type = Character.getType(c);
        return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static Set<Path> tree() {
        try (Stream<Path> paths = Files.walk(all)) {
            return paths.filter(path -> !path.startsWith(all.resolve("theirs/upload")))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
