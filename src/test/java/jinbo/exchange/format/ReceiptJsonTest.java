package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptJsonTest {

    private static final Path SAMPLES = Path.of("exchange-formats", "receipt", "v1", "accepted");
    private static final Receipt PARTLY = new Receipt(
            "complaints-YUNHE-20261012-001.csv.pgp",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            Instant.parse("2026-10-12T01:30:00Z"),
            ReceiptStatus.PARTLY_ACCEPTED,
            new Tally(80, 66, 14, 2, Map.of(FindingCode.MOBILE_MALFORMED, 14L, FindingCode.ROW_REPEATED, 2L)),
            Optional.of(LocalDate.of(2026, 10, 22)),
            17,
            Optional.empty());

    @Test
    void writesThePublishedReceipt() throws IOException {
        assertThat(new String(PARTLY.toJson(), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(SAMPLES.resolve("partly-accepted.json")));
    }

    @Test
    void receiptOfUnreadFileHasNoRowsAndNoDate() throws Exception {
        Receipt refused = new Receipt(
                "invalid-9f86d081884c7d65",
                PARTLY.sha256(),
                PARTLY.receivedAt(),
                ReceiptStatus.REFUSED,
                Tally.unread(FindingCode.NAME_INVALID),
                Optional.empty(),
                18,
                Optional.of("jinbo\n1\n"));
        byte[] json = refused.toJson();

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(SAMPLES.resolve("refused.json")))
                .doesNotContain("effective_on");
        assertThat(Receipt.read(new ByteArrayInputStream(json))).isEqualTo(refused);
    }

    @Test
    void heldFileCountsAllRowsAsRefused() {
        Tally held = PARTLY.tally().withheld(FindingCode.UNUSUAL_VOLUME);

        assertThat(held.accepted()).isZero();
        assertThat(held.refused()).isEqualTo(80).isEqualTo(held.rows());
        assertThat(held.findings()).containsEntry(FindingCode.MOBILE_MALFORMED, 14L);
        assertThat(held.findings()).containsEntry(FindingCode.UNUSUAL_VOLUME, 1L);
    }

    @Test
    void refusesReceiptsWithWrongSums() {
        assertThatThrownBy(() -> new Tally(3, 1, 1, 0, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Receipt(
                        "x",
                        PARTLY.sha256(),
                        PARTLY.receivedAt(),
                        ReceiptStatus.HELD,
                        PARTLY.tally(),
                        Optional.empty(),
                        1,
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rows\": 80|\"rows\": 81|counts",
                "\"rows\": 80|\"rows\": \"80\"|field rows",
                "\"rows\": 80|\"rows\": 80.0|field rows",
                "\"rows\": 80|\"rows\": -80|field rows",
                "\"rows\": 80|\"rows\": 80, \"rows\": 80|doubled",
                "\"rows\": 80|\"rows\": 80, \"lines\": 80|unknown field",
                "\"format\"|\"fromat\"|field format",
                "receipt/v1|receipt/v2|field format",
                "PARTLY_ACCEPTED|PARTIAL|field status",
                "+08:00|''|field received_at",
                "2026-10-22|22.10.2026|field effective_on",
                "\"2026-10-22\"|null|field effective_on",
                "MOBILE_MALFORMED|MOBILE_BAD|field findings",
                "9f86d081|9F86D081|field sha256",
            })
    void refusesChangedReceiptsWithPlace(String sound, String changed, String place) throws IOException {
        String json = new String(PARTLY.toJson(), StandardCharsets.UTF_8);
        assertThat(json).contains(sound);

        assertThatThrownBy(() -> read(json.replace(sound, changed)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{} {}", "\u0000"})
    void refusesAnythingButOneJsonObject(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(FormatException.class);
    }

    @Test
    void refusesDeepAndLargeJson() {
        assertThatThrownBy(() -> read("[".repeat(500_000))).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> read(" ".repeat((1 << 20) + 1))).isInstanceOf(FormatException.class);
    }

    private static Receipt read(String json) throws IOException, FormatException {
        return Receipt.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
