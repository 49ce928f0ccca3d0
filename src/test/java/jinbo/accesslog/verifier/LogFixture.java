package jinbo.accesslog.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Entries, tiles, checkpoints and proofs of a log, each of which a test can falsify. */
final class LogFixture {

    static final NoteSigner SIGNER = NoteSigner.of("access-log.jinbo.invalid/test", 1);

    private final List<String> entries;
    private final List<byte[]> leaves;

    LogFixture(List<String> entries) {
        this.entries = List.copyOf(entries);
        this.leaves = entries.stream()
                .map(entry -> NaiveTree.leaf(entry.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /**
     * Pairs of a begin entry and its result, ten seconds apart; ids with gaps. Entry 3 records list 1, entry 15 list 2,
     * and so on; all other results are of an upload.
     */
    static LogFixture of(int size) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String entry = i % 2 == 0 ? intent(10 + 3 * i, i) : result(10 + 3 * i, 10 + 3 * (i - 1), i);
            entries.add(i % 12 / 2 == 1 ? ofList(1 + i / 12, entry) : entry);
        }
        return new LogFixture(entries);
    }

    private static String ofList(int sequence, String entry) {
        return entry.replace("TAKE_IN", "PUBLISH_LIST")
                .replace("complaints-YUNHE-20120921-001", "blocklist-YUNHE-0000000" + sequence + "-full.csv.pgp")
                .replace("接收", "SEALED")
                .replace(
                        ":24}",
                        ":24,\"list\":{\"sequence\":\"" + sequence + "\",\"sha256\":\"" + sha256(sequence) + "\"}}");
    }

    private static String sha256(int sequence) {
        return "%064x".formatted(sequence);
    }

    static String intent(long id, int seconds) {
        return "{\"format\":\"access-log-entry/v1\",\"id\":" + id + ",\"at\":\"" + at(seconds)
                + "\",\"phase\":\"INTENT\",\"actor\":\"batch\",\"role\":\"BATCH\",\"action\":\"TAKE_IN\","
                + "\"purpose\":\"upload\",\"insurer\":\"YUNHE\",\"object\":\"complaints-YUNHE-20120921-001\"}";
    }

    static String result(long id, long intent, int seconds) {
        return "{\"format\":\"access-log-entry/v1\",\"id\":" + id + ",\"at\":\"" + at(seconds)
                + "\",\"phase\":\"RESULT\",\"intent\":" + intent
                + ",\"actor\":\"batch\",\"role\":\"BATCH\",\"action\":\"TAKE_IN\","
                + "\"purpose\":\"upload\",\"insurer\":\"YUNHE\",\"object\":\"complaints-YUNHE-20120921-001\","
                + "\"outcome\":\"接收\",\"numbers\":24}";
    }

    private static Instant at(int tens) {
        return Instant.parse("2012-09-21T01:00:00Z").plusSeconds(10L * tens);
    }

    List<String> entries() {
        return entries;
    }

    LogFixture with(int index, String entry) {
        List<String> changed = new ArrayList<>(entries);
        changed.set(index, entry);
        return new LogFixture(changed);
    }

    LogFixture first(int size) {
        return new LogFixture(entries.subList(0, size));
    }

    String checkpoint() {
        return SIGNER.checkpoint(entries.size(), NaiveTree.root(leaves()));
    }

    String proof(int index) {
        StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        NaiveTree.inclusion(index, leaves())
                .forEach(hash -> proof.append(base64(hash)).append('\n'));
        return proof.append('\n').append(checkpoint()).toString();
    }

    /** A manifest with this log's head as its checkpoint. */
    String manifest(int sequence, long index, int previousSize) {
        String consistency = sequence == 1
                ? ""
                : ",\"previous_sequence\":" + (sequence - 1) + ",\"access_log_consistency\":["
                        + String.join(
                                ",",
                                NaiveTree.consistency(previousSize, leaves()).stream()
                                        .map(hash -> "\"" + base64(hash) + "\"")
                                        .toList())
                        + "]";
        return "{\n  \"format\": \"blocklist/v1\", \"insurer\": \"YUNHE\", \"sequence\": " + sequence
                + ", \"sha256\": \"" + sha256(sequence) + "\""
                + ", \"as_of\": \"2012-09-21T09:00:00+08:00\", \"encrypted_to\": [\"ABCD\"], \"access_log_index\": "
                + index
                + ", \"access_log_checkpoint\": \"" + checkpoint().replace("\n", "\\n") + "\"" + consistency + "\n}\n";
    }

    /** A receipt for the upload of the results without a list. */
    String receipt(long index) {
        return "{\"format\":\"receipt/v1\",\"file\":\"complaints-YUNHE-20120921-001\",\"status\":\"接收\",\"access_log_index\":"
                + index + ",\"access_log_checkpoint\":\"" + checkpoint().replace("\n", "\\n") + "\"}";
    }

    /** Writes the export, perhaps with another log's checkpoint. */
    Path export(Path folder, String checkpoint) {
        write(folder.resolve("checkpoint"), checkpoint.getBytes(StandardCharsets.UTF_8));
        write(folder.resolve("log.vkey"), (SIGNER.key() + "\n").getBytes(StandardCharsets.UTF_8));
        List<byte[]> hashes = leaves();
        for (int level = 0; !hashes.isEmpty(); level++) {
            List<byte[]> above = new ArrayList<>();
            for (int at = 0; at < hashes.size(); at += 256) {
                List<byte[]> tile = hashes.subList(at, Math.min(at + 256, hashes.size()));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                tile.forEach(bytes::writeBytes);
                write(folder.resolve("tile/" + level + "/" + name(at / 256, tile.size())), bytes.toByteArray());
                if (tile.size() == 256) {
                    above.add(NaiveTree.root(tile));
                }
            }
            hashes = above;
        }
        for (int at = 0; at < entries.size(); at += 256) {
            List<String> bundle = entries.subList(at, Math.min(at + 256, entries.size()));
            write(folder.resolve("tile/entries/" + name(at / 256, bundle.size())), bundle(bundle));
        }
        return folder;
    }

    Path export(Path folder) {
        return export(folder, checkpoint());
    }

    static byte[] bundle(List<String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String entry : entries) {
            byte[] line = entry.getBytes(StandardCharsets.UTF_8);
            bytes.write(line.length >> 8);
            bytes.write(line.length);
            bytes.writeBytes(line);
        }
        return bytes.toByteArray();
    }

    static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    List<byte[]> leaves() {
        return leaves;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String name(int number, int width) {
        String digits = number < 1000
                ? String.format("%03d", number)
                : String.format("x%03d/%03d", number / 1000, number % 1000);
        return digits + (width == 256 ? "" : ".p/" + width);
    }
}
