package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each downloadable sample message has the published result, for the lists and sales units of {@code
 * ack/v1/known.json}.
 */
class PublishedMessagesTest {

    private static final Path FORMATS = Path.of("exchange-formats");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @TestFactory
    Stream<DynamicTest> every_acknowledgement_is_answered_as_the_file_beside_it_says() throws IOException {
        return samples("ack")
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    try (InputStream json = Files.newInputStream(sample.json())) {
                        sample.isAnsweredFor(sample.judge().ack(json), PublishedMessagesTest::known);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_request_is_answered_as_the_file_beside_it_says() throws IOException {
        return samples("resync")
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    try (InputStream json = Files.newInputStream(sample.json())) {
                        sample.isAnsweredFor(sample.judge().resync(json), resync -> Optional.empty());
                    }
                }));
    }

    @Test
    void everyCodeOfMessagesHasASample() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Sample sample : samples("ack").toList()) {
            sample.expected().get("findings").propertyNames().stream()
                    .filter(code -> code.equals(sample.name()))
                    .forEach(found::add);
        }

        assertThat(found).containsExactly("CONTENT_INVALID", "LIST_DIFFERS", "LIST_UNKNOWN", "UNIT_UNKNOWN");
    }

    @Test
    void toleratesFiveMinutesOfClockDifference() throws IOException {
        byte[] json = Files.readAllBytes(FORMATS.resolve("ack/v1/accepted/delta-applied.json"));
        Instant applied = OffsetDateTime.parse("2026-10-20T08:15:00+08:00").toInstant();

        assertThat(new MessageValidator(YUNHE, applied.minusSeconds(300)).ack(new ByteArrayInputStream(json)))
                .isInstanceOf(MessageValidator.Result.Valid.class);
        assertThat(new MessageValidator(YUNHE, applied.minusSeconds(301)).ack(new ByteArrayInputStream(json)))
                .isEqualTo(new MessageValidator.Result.Invalid<Ack>("field applied_at is after the time of receipt"));
    }

    /** Checks an acknowledgement against the known lists and sales units. */
    private static Optional<FindingCode> known(Ack ack) throws IOException, FormatException {
        JsonNode known = JsonMapper.shared().readTree(Files.readAllBytes(FORMATS.resolve("ack/v1/known.json")));
        List<Manifest> lists = new ArrayList<>();
        for (JsonNode list : known.get("lists")) {
            lists.add(Manifest.read(Files.newInputStream(FORMATS.resolve(list.stringValue()))));
        }
        Set<UnitCode> units = new TreeSet<>();
        known.get("units").forEach(unit -> units.add(new UnitCode(unit.stringValue())));
        Optional<Manifest> list = lists.stream()
                .filter(manifest -> manifest.sequence() == ack.sequence())
                .findAny();
        if (list.isEmpty()) {
            return Optional.of(FindingCode.LIST_UNKNOWN);
        }
        if (!units.containsAll(ack.units())) {
            return Optional.of(FindingCode.UNIT_UNKNOWN);
        }
        boolean same =
                list.get().entries() == ack.entries() && list.get().listDigest().equals(ack.listDigest());
        return same ? Optional.empty() : Optional.of(FindingCode.LIST_DIFFERS);
    }

    private static Stream<Sample> samples(String format) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String folder : List.of("accepted", "refused")) {
            try (Stream<Path> files =
                    Files.list(FORMATS.resolve(format).resolve("v1").resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".json"))
                        .filter(file -> !file.toString().contains(".expected"))
                        .sorted()
                        .map(Sample::new)
                        .forEach(samples::add);
            }
        }
        assertThat(samples).isNotEmpty();
        return samples.stream();
    }

    private interface Rules<M> {
        Optional<FindingCode> find(M message) throws IOException, FormatException;
    }

    private record Sample(Path json) {

        String name() {
            return json.getFileName().toString().replace(".json", "");
        }

        JsonNode expected() throws IOException {
            return JsonMapper.shared().readTree(Files.readAllBytes(json.resolveSibling(name() + ".expected.json")));
        }

        MessageValidator judge() throws IOException {
            String receivedAt = expected().get("received_at").stringValue();
            return new MessageValidator(YUNHE, OffsetDateTime.parse(receivedAt).toInstant());
        }

        <M> void isAnsweredFor(MessageValidator.Result<M> judgement, Rules<M> rules)
                throws IOException, FormatException {
            Optional<Finding> found = judgement instanceof MessageValidator.Result.Valid<M> sound
                    ? rules.find(sound.message()).map(Finding::ofFile)
                    : Optional.of(((MessageValidator.Result.Invalid<M>) judgement).finding());
            boolean refused = found.filter(finding -> finding.code().severity() == FindingCode.Severity.REFUSED)
                    .isPresent();

            assertThat(expected().get("status").stringValue()).isEqualTo(refused ? "REFUSED" : "ACCEPTED");
            assertThat(json.getParent().getFileName()).hasToString(refused ? "refused" : "accepted");
            assertThat(expected().get("findings").propertyNames())
                    .containsExactlyElementsOf(
                            found.map(finding -> finding.code().name()).stream().toList());
            assertThat(PublishedSample.outcome(found.stream().toList()))
                    .isEqualTo(Files.readString(json.resolveSibling(name() + ".expected-outcome.csv")));
        }
    }
}
