package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResyncJsonTest {

    private static final Path SAMPLES = Path.of("exchange-formats", "resync", "v1", "accepted");
    private static final Resync REQUEST = new Resync(
            new InsurerCode("YUNHE"),
            Instant.parse("2026-10-20T00:40:00Z"),
            "The digest after list 4 differs from the manifest's");

    @Test
    void writesThePublishedRequest() throws Exception {
        String published = Files.readString(SAMPLES.resolve("digest-differs.json"));

        assertThat(text(REQUEST)).isEqualTo(published);
        assertThat(read(published)).isEqualTo(REQUEST);
    }

    @Test
    void acceptsReasonsOfTwoHundredCodePoints() throws Exception {
        Resync longest = because("\uD83D\uDE00".repeat(200));

        assertThat(read(text(longest))).isEqualTo(longest);
        assertThatThrownBy(() -> because("\uD83D\uDE00".repeat(201))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void masksNumbersInTheReason() {
        Resync resync = because("customer 138 1000 1234 was called");

        assertThat(resync.reasonWithoutNumbers()).isEqualTo("customer *** was called");
        assertThat(resync.toString()).doesNotContain("1000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resync/v1|ack/v1|field format",
                "YUNHE|Y|field insurer",
                "2026-10-20T|2026-10-20 |field requested_at",
                "2026-10|+10000-10|years",
                "\"The digest after list 4 differs from the manifest's\"|7|field reason",
                "The digest after list 4 differs from the manifest's|''|200 characters",
                "The digest|\\uD83D|control characters",
                "The digest|The\\u2028digest|control characters",
                "The digest|The\\u0000digest|control characters",
                "\"reason\"|\"why\"|field reason",
                "\"reason\"|\"sequence\": 4, \"reason\"|unknown field",
            })
    void refusesChangedRequestsWithPlace(String sound, String changed, String place) {
        String json = text(REQUEST);
        assertThat(json).contains(sound);

        assertThatThrownBy(() -> read(json.replace(sound, changed)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u3000", "a\tb", "a\nb", "a\u007Fb", "a\u0085b"})
    void refusesReasonsWithControlCharacters(String reason) {
        assertThatThrownBy(() -> because(reason)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Resync because(String reason) {
        return new Resync(REQUEST.insurer(), REQUEST.requestedAt(), reason);
    }

    private static String text(Resync resync) {
        return new String(resync.toJson(), StandardCharsets.UTF_8);
    }

    private static Resync read(String json) throws IOException, FormatException {
        return Resync.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
