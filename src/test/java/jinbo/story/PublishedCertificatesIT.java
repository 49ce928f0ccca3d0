package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jinbo.batch.PartnerCertificates;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.openpgp.Certificate;
import jinbo.participant.insurer.CertificateRevocation;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every certificate that insurers can download as a sample is answered as the files beside it say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedCertificatesIT {

    private static final Path FORMAT = Path.of("exchange-formats", "certificate", "v1");
    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @TempDir
    static Path home;

    private TestExchange exchange;
    private final TreeMap<String, String> stems = new TreeMap<>();

    @BeforeAll
    void sendAll() throws IOException {
        exchange =
                TestExchange.startWithSampleKeys(home, CLOCK, Map.of("jinbo.collect-uploads.message-language", "EN"));
        add(Certificate.parse(Files.readAllBytes(FORMAT.resolve("counts/second.asc"))));
        revoke(Certificate.parse(Files.readAllBytes(FORMAT.resolve("refused/CERTIFICATE_REVOKED.asc"))));
        for (Path sample : samples()) {
            String stem = "certificate-YUNHE-20120921-%03d".formatted(stems.size() + 1);
            stems.put(sample.toString(), stem);
            exchange.upload("YUNHE", stem + ".asc.pgp", Files.readAllBytes(sample));
        }
        assertThat(exchange.collect().problems()).isEmpty();
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isAnsweredAsTheFilesBesideItSay(Path sample) throws IOException {
        String stem = stems.get(sample.toString());
        Receipt receipt = exchange.receiptOf("YUNHE", stem);
        JsonNode expected = JsonMapper.shared().readTree(Files.readAllBytes(beside(sample, ".expected.json")));

        assertThat(receipt.status().name()).isEqualTo(expected.get("status").stringValue());
        assertThat(receipt.tally().rows()).isEqualTo(expected.get("rows").intValue());
        assertThat(receipt.tally().warned()).isEqualTo(expected.get("warned").intValue());
        assertThat(receipt.tally().findings().keySet())
                .extracting(Enum::name)
                .containsExactlyElementsOf(expected.get("findings").propertyNames());
        assertThat(exchange.outcomeOf("YUNHE", stem).replace("\r\n", "\n"))
                .isEqualTo(Files.readString(beside(sample, ".expected-outcome.csv")));
    }

    @Test
    void everyCodeHasASampleOfItsName() throws IOException {
        Set<String> sampled = new TreeSet<>();
        samples().forEach(sample -> sampled.add(sample.getFileName().toString().replaceFirst("[-.].*", "")));
        List<String> codes = Files.readAllLines(FORMAT.resolve("findings.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();

        assertThat(sampled).containsAll(codes);
    }

    static List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>();
        for (String folder : List.of("accepted", "refused")) {
            try (Stream<Path> files = Files.list(FORMAT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".asc")).sorted().forEach(samples::add);
            }
        }
        assertThat(samples).isNotEmpty();
        return samples;
    }

    private static Path beside(Path sample, String extension) {
        return sample.resolveSibling(sample.getFileName().toString().replace(".asc", extension));
    }

    private void revoke(Certificate certificate) {
        add(certificate);
        exchange.bean(InsurerCertificates.class)
                .revoke(
                        YUNHE,
                        certificate.fingerprint().value(),
                        new CertificateRevocation(CLOCK.instant(), false, CLOCK.instant(), "superseded"));
    }

    private void add(Certificate certificate) {
        exchange.bean(PartnerCertificates.class)
                .add(new InsurerCertificate(
                        YUNHE, certificate.fingerprint().value(), certificate.encoded(), CLOCK.instant()));
    }
}
