package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.MessageLanguage;
import jinbo.exchange.format.OutcomeWriter;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A downloadable sample with its expected results. */
record PublishedSample(Path file) {

    /** The samples of a folder without their results. */
    static Stream<PublishedSample> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> samples = files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.toString().contains(".expected-"))
                    .sorted()
                    .toList();
            assertThat(samples).isNotEmpty();
            return samples.stream().map(PublishedSample::new);
        }
    }

    /** The sample of a code, in {@code accepted/} or {@code refused/} by its severity. */
    static PublishedSample of(FindingCode code, Path format) {
        String folder = switch (code.severity()) {
            case REFUSED -> "refused";
            case WARNING -> "accepted";
        };
        return new PublishedSample(format.resolve(folder).resolve(code + ".csv"));
    }

    String name() {
        return file.getFileName().toString().replace(".csv", "");
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    JsonNode expected() throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(beside(".expected.json")));
    }

    void findsItsCode(FindingCode code) throws IOException {
        assertThat(expected().get("findings").has(code.name()))
                .as("%s finds %s", file, code)
                .isTrue();
    }

    void isAnswered(UploadEncoding readAs, ReceiptStatus status, Tally tally, List<Finding> findings)
            throws IOException {
        assertThat(outcome(findings)).isEqualTo(Files.readString(beside(".expected-outcome.csv")));
        JsonNode expected = expected();
        assertThat(readAs.name())
                .isEqualTo(expected.get("read_as").stringValue().replace('-', '_'));
        assertThat(status.name()).isEqualTo(expected.get("status").stringValue());
        assertThat(List.of(tally.rows(), tally.accepted(), tally.refused(), tally.warned()))
                .isEqualTo(Stream.of("rows", "accepted", "refused", "warned")
                        .map(field -> expected.get(field).longValue())
                        .toList());
        Map<String, Long> counts = new TreeMap<>();
        expected.get("findings").forEachEntry((code, count) -> counts.put(code, count.longValue()));
        Map<String, Long> found = new TreeMap<>();
        tally.findings().forEach((code, count) -> found.put(code.name(), count));
        assertThat(found).isEqualTo(counts);
    }

    /** Compares the ingested rows, written without quotes, with the published ones. */
    void becomes(String header, Stream<List<String>> rows) throws IOException {
        String written = Stream.concat(Stream.of(header), rows.map(row -> String.join(",", row)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        assertThat(written)
                .isEqualTo(Files.readString(beside(".expected-rows.csv")).replace("\"", ""));
    }

    private Path beside(String ending) {
        return file.resolveSibling(name() + ending);
    }

    static String outcome(List<Finding> findings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutcomeWriter writer = new OutcomeWriter(bytes, MessageLanguage.EN)) {
            findings.forEach(writer::write);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
