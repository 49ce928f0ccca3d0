package jinbo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.exchange.format.BlockListDeltaReader;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.exchange.format.Manifest;
import jinbo.partner.OpenListContent.MergeDelta;
import org.junit.jupiter.api.Test;

/** The published samples: full list and delta result in the expected list. */
class PublishedDeltaTest {

    private static final Path SAMPLES = Path.of("exchange-formats/blocklist/v1/accepted");

    @Test
    void theSampleDeltaMakesOfTheSampleListWhatIsPublished() throws Exception {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        MergeDelta merge;
        BlockListSummary content;
        try (InputStream before = Files.newInputStream(SAMPLES.resolve("full.csv"));
                InputStream delta = Files.newInputStream(SAMPLES.resolve("delta.csv"))) {
            merge = new MergeDelta(before, csv);
            BlockListDeltaReader.read(delta, merge::apply);
            content = merge.finish();
        }

        assertThat(merge.mismatches()).isZero();
        assertThat(csv.toByteArray()).isEqualTo(Files.readAllBytes(SAMPLES.resolve("delta.expected-list.csv")));
        try (InputStream json = Files.newInputStream(SAMPLES.resolve("delta.manifest.json"))) {
            Manifest manifest = Manifest.read(json);
            assertThat(content.rows()).isEqualTo(manifest.entries());
            assertThat(content.listDigest()).isEqualTo(manifest.listDigest());
        }
    }
}
