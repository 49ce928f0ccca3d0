package jinbo.peer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jinbo.exchange.openpgp.Certificate;
import jinbo.testing.ExternalProgram;
import jinbo.testing.Shell;
import jinbo.testing.TestDatabase;

/** The pipeline that the benchmark is against, {@code src/bench/peer-pipeline.sh}, in a folder and a database of its own. */
final class PeerPipeline implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("src/bench").toAbsolutePath();
    private final Path folder;
    private final Path ring;
    private final int insurers;
    private final String now;
    private final Map<String, String> database = new TreeMap<>();

    /**
     * Makes keys for its association and so many insurers.
     *
     * @param now the time that GnuPG is to believe, as {@code 20261123T020000}
     */
    PeerPipeline(Path folder, int insurers, String now) throws IOException {
        List.of("gpg", "gpgconf", "psql", "bc", "python3", "xargs", "awk").forEach(ExternalProgram::required);
        this.folder = folder;
        this.ring = Files.createDirectories(folder.resolve("gnupg"));
        this.insurers = insurers;
        this.now = now;
        URI url = URI.create(TestDatabase.freshUrl().substring("jdbc:".length()));
        database.putAll(Map.of(
                "PGHOST", url.getHost(),
                "PGPORT", Integer.toString(url.getPort()),
                "PGDATABASE", url.getPath().substring(1),
                "PGUSER", "postgres"));
        configure("");
        script(Map.of(), "keys", folder.toString(), Integer.toString(insurers));
        script(Map.of(), "schema");
    }

    /** The code of an insurer, from 1. */
    static String code(int insurer) {
        return "INS%03d".formatted(insurer);
    }

    /** What an insurer hands over at registration. */
    Certificate certificateOf(int insurer) throws IOException {
        return Certificate.parse(
                gpg("--armor", "--export", code(insurer) + "@example.org").getBytes(StandardCharsets.US_ASCII));
    }

    /** From now on uploads are sealed to another association, too. */
    void sealsAlsoTo(Certificate association) throws IOException {
        Path file = Files.writeString(folder.resolve("association.asc"), association.armored());
        gpg("--import", file.toString());
        configure("encrypt-to " + association.fingerprint().value() + "\n");
    }

    /** Writes the uploads of a workload; gives their folder. */
    Path uploads(Workload workload, int files, int rows) {
        shell().run(
                        SCRIPTS.resolve("generate-uploads.py").toString(),
                        folder.resolve("clear").toString(),
                        Integer.toString(files),
                        Integer.toString(rows),
                        workload.alone())
                .succeeded();
        return folder;
    }

    /** A folder for uploads of another day. */
    Path anotherDay(String name) throws IOException {
        Path day = folder.resolve(name);
        Files.createDirectories(day.resolve("clear"));
        Files.createSymbolicLink(day.resolve("gnupg"), ring);
        return day;
    }

    /** Seals the uploads of a folder, each by its insurer; gives the folder of the sealed ones. */
    Path seal(Path uploads) {
        script(Map.of(), "seal", uploads.toString());
        return uploads.resolve("sealed");
    }

    /** Takes the uploads of a folder in. */
    void ingest(Path uploads, LocalDate today, LocalDate effectiveOn) {
        script(Map.of("TODAY", today.toString(), "EFFECTIVE_ON", effectiveOn.toString()), "ingest", uploads.toString());
    }

    /** Writes a full list for each insurer. */
    void publish(LocalDate today) {
        script(Map.of("TODAY", today.toString()), "publish", folder.toString(), Integer.toString(insurers));
    }

    /** Writes a list of the day's changes for each insurer. */
    void changes(LocalDate today) {
        script(Map.of("TODAY", today.toString()), "changes", folder.toString(), Integer.toString(insurers));
    }

    /** The rows of an insurer's list, {@code full} or {@code delta}. */
    List<String> list(int insurer, String kind) {
        return opened(folder.resolve("lists").resolve(code(insurer) + "-" + kind + ".csv.pgp"));
    }

    /** The lines of a sealed text, opened with whatever key of the ring it is for. */
    List<String> opened(Path sealed) {
        return gpg("--decrypt", sealed.toString()).lines().toList();
    }

    /** What a query answers, a row a line. */
    List<String> sql(String query) {
        return shell().run("psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-c", query)
                .succeeded()
                .out()
                .lines()
                .toList();
    }

    /** Ends the agent that GnuPG has started. */
    @Override
    public void close() {
        shell().run("gpgconf", "--homedir", ring.toString(), "--kill", "gpg-agent");
    }

    private void configure(String more) throws IOException {
        Files.writeString(ring.resolve("gpg.conf"), "faked-system-time " + now + "!\nno-tty\n" + more);
    }

    private String gpg(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--batch", "--quiet", "--yes", "--homedir", ring.toString(), "--trust-model", "always"));
        command.addAll(List.of(arguments));
        return shell().run(command).succeeded().out();
    }

    private void script(Map<String, String> days, String... arguments) {
        Map<String, String> variables = new TreeMap<>(database);
        variables.putAll(days);
        List<String> command = new ArrayList<>();
        command.add(SCRIPTS.resolve("peer-pipeline.sh").toString());
        command.addAll(List.of(arguments));
        new Shell(folder, variables).run(command).succeeded();
    }

    private Shell shell() {
        return new Shell(folder, database);
    }
}
