package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code jobs/collect-uploads.yaml} says of an upload's limits is heeded; {@code sealed-size} and {@code rows} elsewhere. */
class UploadLimitSettingsIT {

    private static final String HEAD = "mobile,complaint,complained_on\r\n";
    private static final String ROW = "13810001234,TELEMARKETING,2012-09-20";
    private static final String DAY = "20120921";

    @TempDir
    private Path home;

    private int files;

    @Test
    void clearSizeCompressionRatioPacketsAndRowLengthAreThoseOfTheSettings() throws IOException {
        try (TestExchange exchange = TestExchange.start(
                home,
                new SettableClock("2012-09-21T09:00:00+08:00"),
                Map.of(
                        "jinbo.collect-uploads.limits.clear-size", "1200KB",
                        "jinbo.collect-uploads.limits.compression-ratio", "20",
                        "jinbo.collect-uploads.limits.packets", "6",
                        "jinbo.collect-uploads.limits.row-length", "256"))) {
            String good = upload(exchange, HEAD + ROW + "\r\n");
            String longest = upload(exchange, HEAD + ROW + " ".repeat(256 - ROW.length()) + "\r\n");
            String tooLong = upload(exchange, HEAD + ROW + " ".repeat(257 - ROW.length()) + "\r\n");
            String below = upload(exchange, HEAD + noise(1_200_000));
            String tooMuch = upload(exchange, HEAD + noise(1200 * 1024));
            String bomb = upload(exchange, HEAD + (ROW + "\r\n").repeat(1_200_000 / (ROW.length() + 2)));
            String crowded = toTwo(exchange);

            assertThat(exchange.collect().problems()).isEmpty();

            assertThat(receipt(exchange, good).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(receipt(exchange, longest).tally().findings()).doesNotContainKey(FindingCode.TOO_LARGE);
            assertThat(receipt(exchange, below).tally().findings()).doesNotContainKey(FindingCode.TOO_LARGE);
            assertRefused(exchange, tooLong, FindingCode.TOO_LARGE, "TOO_LARGE");
            assertRefused(exchange, tooMuch, FindingCode.TOO_LARGE, "the 1228800 bytes allowed");
            assertRefused(exchange, bomb, FindingCode.TOO_LARGE, "more than 20 times");
            assertRefused(exchange, crowded, FindingCode.ENVELOPE_INVALID, "more than 6 packets");
        }
    }

    private void assertRefused(TestExchange exchange, String name, FindingCode code, String said) throws IOException {
        assertThat(receipt(exchange, name).tally().findings()).containsOnlyKeys(code);
        try (Stream<Path> kept = Files.list(home.resolve("quarantine/YUNHE"))) {
            assertThat(kept.filter(file -> file.getFileName().toString().startsWith(stem(name))
                            && file.toString().endsWith(".reason.txt")))
                    .singleElement()
                    .satisfies(reason -> assertThat(Files.readString(reason)).contains(said));
        }
    }

    /** Rows of digits, which compress to half: none of them is a number. */
    private static String noise(int bytes) {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder(bytes + 80);
        while (rows.length() < bytes) {
            random.ints(60, 'a', 'z').forEach(letter -> rows.append((char) letter));
            rows.append(",,\r\n");
        }
        return rows.toString();
    }

    private String upload(TestExchange exchange, String content) {
        String name = UploadCsv.name("YUNHE", DAY, ++files);
        exchange.upload("YUNHE", name, content);
        return name;
    }

    /** One packet more than the settings allow: a second recipient's session key. */
    private String toTwo(TestExchange exchange) {
        String name = UploadCsv.name("YUNHE", DAY, ++files);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try {
            new Sealer(TestExchange.secretOf("YUNHE"), CryptoPolicy.standard(), Compression.standard())
                    .seal(
                            clear -> clear.write((HEAD + ROW + "\r\n").getBytes(StandardCharsets.US_ASCII)),
                            new SealRequest(
                                    name,
                                    Set.of(
                                            exchange.ownCertificate(),
                                            TestExchange.secretOf("YUNHE").certificate()),
                                    new SettableClock("2012-09-21T09:00:00+08:00").instant()),
                            sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exchange.place("YUNHE", name, sealed.toByteArray());
        return name;
    }

    private static Receipt receipt(TestExchange exchange, String name) {
        return exchange.receiptOf("YUNHE", name);
    }

    private static String stem(String name) {
        return name.replace(".csv.pgp", "");
    }
}
