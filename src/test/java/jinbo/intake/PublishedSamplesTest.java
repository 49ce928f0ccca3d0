package jinbo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.exchange.MessageLanguage;
import jinbo.exchange.OutcomeWriter;
import jinbo.exchange.ReceiptStatus;
import jinbo.exchange.Tally;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every sample that insurers can download is answered as the file beside it says. */
class PublishedSamplesTest {

    private static final Path FOLDER = Path.of("exchange-formats", "complaints", "v1");

    /** Codes that are found before an upload's content is read, by an operator, or in files of another kind alone. */
    private static final Set<FindingCode> NOT_OF_CONTENT = EnumSet.of(
            FindingCode.FILE_UNKNOWN,
            FindingCode.LINE_UNKNOWN,
            FindingCode.ALREADY_WITHDRAWN,
            FindingCode.REASON_TOO_LONG,
            FindingCode.CONTENT_INVALID,
            FindingCode.LIST_UNKNOWN,
            FindingCode.UNIT_UNKNOWN,
            FindingCode.LIST_DIFFERS,
            FindingCode.NAME_INVALID,
            FindingCode.ENVELOPE_INVALID,
            FindingCode.SIGNER_NOT_ACCEPTED,
            FindingCode.ALREADY_RECEIVED,
            FindingCode.REFUSED_BY_OPERATOR);

    @TestFactory
    Stream<DynamicTest> every_accepted_sample_becomes_the_rows_and_answers_beside_it() throws IOException {
        return samples("accepted")
                .map(sample -> DynamicTest.dynamicTest(name(sample), () -> {
                    Answer answer = Answer.to(sample);
                    answer.isAsExpected();
                    assertThat(rows(answer.judged.rows)).isEqualTo(text(beside(sample, ".expected-rows.csv")));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_refused_sample_gets_the_answers_beside_it() throws IOException {
        return samples("refused")
                .map(sample -> DynamicTest.dynamicTest(
                        name(sample), () -> Answer.to(sample).isAsExpected()));
    }

    @Test
    void every_code_that_content_can_earn_has_a_sample_of_its_name() throws IOException {
        for (FindingCode code : FindingCode.values()) {
            if (!NOT_OF_CONTENT.contains(code)) {
                String folder = switch (code.severity()) {
                    case REFUSED -> "refused";
                    case WARNING -> "accepted";
                };
                Path sample = FOLDER.resolve(folder).resolve(code + ".csv");
                assertThat(sample).exists();
                assertThat(Answer.expected(sample).get("findings").has(code.name()))
                        .as("%s finds it", sample)
                        .isTrue();
            }
        }
    }

    private static Stream<Path> samples(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            List<Path> samples = files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.toString().contains(".expected-"))
                    .sorted()
                    .toList();
            assertThat(samples).isNotEmpty();
            return samples.stream();
        }
    }

    private static String name(Path sample) {
        return sample.getFileName().toString().replace(".csv", "");
    }

    private static Path beside(Path sample, String ending) {
        return sample.resolveSibling(name(sample) + ending);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static String rows(List<AcceptedRow> rows) {
        return Stream.concat(
                        Stream.of("line,mobile,complaint,complained_on,scope,term"),
                        rows.stream()
                                .map(row -> String.join(
                                        ",",
                                        Integer.toString(row.line()),
                                        row.mobile().digits(),
                                        row.complaint().name(),
                                        row.complainedOn().toString(),
                                        row.scope().name(),
                                        row.term().text())))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** What the association answers to a sample from an insurer without a history. */
    private record Answer(
            Path sample, JsonNode expected, JudgedSample judged, ReceiptStatus status, Tally tally, byte[] outcome) {

        static JsonNode expected(Path sample) throws IOException {
            return JsonMapper.shared().readTree(Files.readAllBytes(beside(sample, ".expected.json")));
        }

        static Answer to(Path sample) throws IOException {
            JsonNode expected = expected(sample);
            UploadContext context = new UploadContext(
                    LocalDate.parse(expected.get("received_on").stringValue()),
                    UploadEncoding.UTF_8,
                    expected.path("all_needs_consent").booleanValue(false));
            JudgedSample judged = JudgedSample.of(Files.readAllBytes(sample), context);
            if (judged.judgement instanceof Judgement.Refused refused) {
                return new Answer(
                        sample,
                        expected,
                        judged,
                        ReceiptStatus.REFUSED,
                        Tally.unread(refused.code()),
                        outcome(Stream.of(refused.finding())));
            }
            Tally tally = judged.judged().tally();
            Optional<FindingCode> hold = HoldRules.DEFAULT.hold(judged.judged(), UploadHistory.NONE);
            Stream<Finding> findings = Stream.concat(judged.findings.stream(), hold.map(Finding::ofFile).stream());
            return new Answer(
                    sample,
                    expected,
                    judged,
                    hold.map(code -> ReceiptStatus.HELD).orElse(tally.status()),
                    hold.map(tally::withheld).orElse(tally),
                    outcome(findings));
        }

        void isAsExpected() throws IOException {
            assertThat(new String(outcome, StandardCharsets.UTF_8))
                    .isEqualTo(text(beside(sample, ".expected-outcome.csv")));
            assertThat(judged.readAs.name())
                    .isEqualTo(expected.get("read_as").stringValue().replace('-', '_'));
            assertThat(status.name()).isEqualTo(expected.get("status").stringValue());
            assertThat(List.of(tally.rows(), tally.accepted(), tally.refused(), tally.warned()))
                    .isEqualTo(Stream.of("rows", "accepted", "refused", "warned")
                            .map(field -> expected.get(field).longValue())
                            .toList());
            Map<String, Long> findings = new TreeMap<>();
            expected.get("findings").forEachEntry((code, count) -> findings.put(code, count.longValue()));
            Map<String, Long> found = new TreeMap<>();
            tally.findings().forEach((code, count) -> found.put(code.name(), count));
            assertThat(found).isEqualTo(findings);
        }

        private static byte[] outcome(Stream<Finding> findings) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutcomeWriter writer = new OutcomeWriter(bytes, MessageLanguage.EN)) {
                findings.forEach(writer::write);
            }
            return bytes.toByteArray();
        }
    }
}
