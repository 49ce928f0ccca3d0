package jinbo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jinbo.batch.collect.CollectReport;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;

/**
 * Jinbo and the benchmark's peer over the same sealed uploads of two days: what comes in on the first makes the full lists, what
 * changes on the second the lists of changes.
 */
final class PipelineComparison implements AutoCloseable {

    static final int INSURERS = 4;
    static final int FILES = 3;

    private static final int ROWS = 2000;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    // seven working days are over on 2 and 3 December
    private static final LocalDate FIRST_COUNTS = LocalDate.of(2026, 12, 3);
    private static final LocalDate SECOND_COUNTS = FIRST_COUNTS.plusDays(1);

    private final SettableClock clock = new SettableClock(FIRST + "T10:00:00+08:00");
    private final Path home;
    private final PeerPipeline peer;
    private final TestExchange exchange;

    PipelineComparison(Path folder, Workload workload) throws IOException {
        home = folder.resolve("home");
        peer = new PeerPipeline(Files.createDirectories(folder.resolve("peer")), INSURERS, "20261123T020000");
        exchange = TestExchange.reopen(home, clock, Map.of());
        for (int insurer = 1; insurer <= INSURERS; insurer++) {
            String code = PeerPipeline.code(insurer);
            exchange.join(code, code, TestLines.LIFE, peer.certificateOf(insurer));
        }
        peer.sealsAlsoTo(exchange.ownCertificate());
        firstDay(workload);
        clock.set(SECOND + "T10:00:00+08:00");
        secondDay();
    }

    private void firstDay(Workload workload) throws IOException {
        Path uploads = peer.uploads(workload, FILES, ROWS);
        Path sealed = peer.seal(uploads);
        peer.ingest(uploads, FIRST, FIRST_COUNTS);
        peer.publish(FIRST);
        collect(sealed);
        assertThat(exchange.publishFull().problems()).isEmpty();
    }

    private void secondDay() throws IOException {
        Path uploads = peer.anotherDay("second-day");
        for (Map.Entry<Integer, List<String>> upload : longerTerms().entrySet()) {
            String name = "complaints-%s-20261124-001.csv".formatted(PeerPipeline.code(upload.getKey()));
            Files.writeString(
                    uploads.resolve("clear").resolve(name),
                    "mobile,complaint,complained_on,consent,scope,term,reference\r\n"
                            + String.join("\r\n", upload.getValue()) + "\r\n");
        }
        Path sealed = peer.seal(uploads);
        peer.ingest(uploads, SECOND, SECOND_COUNTS);
        peer.changes(SECOND);
        collect(sealed);
        assertThat(exchange.publish().problems()).isEmpty();
    }

    /**
     * For one block in twenty a complaint of the same scope, most of them for two years, so that it ends later, some for half a
     * year, which changes few; and a number that is new.
     */
    private Map<Integer, List<String>> longerTerms() {
        Map<Integer, List<String>> rows = new TreeMap<>();
        List<String> known = peer.sql("select mobile, scope from peer.registry where mobile % 20 = 7 order by 1, 2");
        for (int at = 0; at < known.size(); at++) {
            String[] block = known.get(at).split("\\|");
            int scope = Integer.parseInt(block[1]);
            rows.computeIfAbsent(Math.max(scope, 1), insurer -> new ArrayList<>())
                    .add(row(block[0], scope == 0 ? "ALL" : "SELF", at % 5 == 0 ? "6M" : "2Y"));
        }
        rows.get(1).add(row(unused(), "ALL", "1Y"));
        return rows;
    }

    private String unused() {
        return peer.sql("select min(n) from generate_series(13520000007, 13520099999) n"
                        + " where not exists (select from peer.registry where mobile = n)")
                .get(0);
    }

    private static String row(String mobile, String scope, String term) {
        return "%s,TELEMARKETING,%s,Y,%s,%s,".formatted(mobile, FIRST, scope, term);
    }

    private void collect(Path sealed) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(sealed)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            exchange.place(name.split("-")[1], name, Files.readAllBytes(file));
        }
        CollectReport report = exchange.collect();
        assertThat(report.problems()).isEmpty();
        assertThat(report.files()).hasSameSizeAs(files);
    }

    /** The rows of the peer's list, {@code full} or {@code delta}. */
    List<String> peersList(int insurer, String kind) {
        return peer.list(insurer, kind);
    }

    /** The rows of Jinbo's list, {@code full} or {@code delta}, opened by GnuPG, without the header. */
    List<String> list(int insurer, String kind) throws IOException {
        List<String> lines = delivered(insurer, "blocklist-.*-" + kind + "\\.csv\\.pgp");
        return lines.subList(1, lines.size());
    }

    /** The rows that the peer has refused, as {@code line reason}; it counts from the first row after the header. */
    List<String> refusedByPeer(int insurer) {
        return peer.sql(
                "select line + 1, reason from peer.rejected where file like 'complaints-%s-20261123-%%' order by line"
                        .formatted(PeerPipeline.code(insurer)));
    }

    /** The findings of an insurer's first upload. */
    List<String> outcome(int insurer) throws IOException {
        return delivered(insurer, ".*outcome-.*-20261123-001.*");
    }

    private List<String> delivered(int insurer, String name) throws IOException {
        Path download =
                home.resolve("drops").resolve(PeerPipeline.code(insurer)).resolve("download");
        try (Stream<Path> files = Files.list(download)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(name))
                    .toList();
            assertThat(found).as(name).hasSize(1);
            return peer.opened(found.get(0));
        }
    }

    @Override
    public void close() {
        exchange.close();
        peer.close();
    }
}
