package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AckJsonTest {

    private static final Path SAMPLES = Path.of("exchange-formats", "ack", "v1", "accepted");
    private static final Ack WITH_UNITS = new Ack(
            new InsurerCode("YUNHE"),
            4,
            Instant.parse("2026-10-20T00:15:00Z"),
            3,
            "ee0ff57c38ec2e3fd0c89c5b2da0b6b0c5f0e2f2d26dfab5f5b2ea9bd7b3b6c6",
            List.of(new UnitCode("HAIDIAN-2"), new UnitCode("BANK-07")));

    @Test
    void writesThePublishedAcknowledgement() throws Exception {
        Ack published = read(Files.readString(SAMPLES.resolve("with-units.json")));

        assertThat(published)
                .isEqualTo(new Ack(
                        WITH_UNITS.insurer(),
                        4,
                        WITH_UNITS.appliedAt(),
                        3,
                        published.listDigest(),
                        WITH_UNITS.units()));
        assertThat(text(published)).isEqualTo(Files.readString(SAMPLES.resolve("with-units.json")));
    }

    @Test
    void omitsEmptyUnits() throws Exception {
        Ack none = new Ack(WITH_UNITS.insurer(), 1, WITH_UNITS.appliedAt(), 0, "0".repeat(64), List.of());

        assertThat(text(none)).doesNotContain("units");
        assertThat(read(text(none))).isEqualTo(none);
        assertThat(read(text(none).replace("\n}", ",\n  \"units\": []\n}"))).isEqualTo(none);
    }

    @Test
    void acceptsAnyOffset() throws Exception {
        String elsewhere = text(WITH_UNITS).replace("2026-10-20T08:15:00+08:00", "2026-10-20T00:15:00Z");

        assertThat(read(elsewhere)).isEqualTo(WITH_UNITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ack/v1|ack/v2|field format",
                "YUNHE|yunhe|field insurer",
                "\"sequence\": 4|\"sequence\": 0|field sequence",
                "\"sequence\": 4|\"sequence\": 100000000|field sequence",
                "\"sequence\": 4|\"sequence\": 4.0|field sequence",
                "+08:00|''|field applied_at",
                "2026-10|+999999999-10|years",
                "2026-10|0026-10|years",
                "\"entries\": 3|\"entries\": -3|field entries",
                "\"entries\": 3|\"entries\": 3, \"rows\": 3|unknown field",
                "\"entries\": 3|\"entries\": 3, \"entries\": 3|doubled",
                "ee0ff57c|EE0FF57C|field list_digest",
                "HAIDIAN-2|haidian-2|field units",
                "HAIDIAN-2|U13810001234|field units",
                "HAIDIAN-2|BANK-07|once",
                "\"HAIDIAN-2\"|7|field units",
                "\"HAIDIAN-2\"|null|field units",
            })
    void refusesChangedAcknowledgementsWithPlace(String sound, String changed, String place) {
        String json = text(WITH_UNITS);
        assertThat(json).contains(sound);

        assertThatThrownBy(() -> read(json.replace(sound, changed)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"BANK-07\"", "{}", "[[]]"})
    void refusesUnitsThatAreNotCodes(String units) {
        String json = text(WITH_UNITS).replaceFirst("(?s)\"units\": \\[.*]", "\"units\": " + units);

        assertThatThrownBy(() -> read(json)).isInstanceOf(FormatException.class).hasMessageContaining("field units");
    }

    private static String text(Ack ack) {
        return new String(ack.toJson(), StandardCharsets.UTF_8);
    }

    private static Ack read(String json) throws IOException, FormatException {
        return Ack.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
