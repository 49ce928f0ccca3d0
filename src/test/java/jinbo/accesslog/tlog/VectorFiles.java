package jinbo.accesslog.tlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.accesslog.tlog.TlogProof.EntryBytes;

/** Writes the vectors of {@code exchange-formats/access-log/v1} from the sample log. */
final class VectorFiles {

    private static final List<Integer> SIZES = List.of(1, 100, 255, 256, 257, 299);
    private static final List<Integer> PROVEN = List.of(0, 1, 100, 254, 255, 256, 298, 299);

    private final Path folder;
    private final List<byte[]> lines = SampleLog.lines();
    private final InMemoryTileStore tiles = new InMemoryTileStore();
    private final MerkleTree tree =
            new MerkleTree(tiles, 0).append(lines.stream().map(TreeHash::ofLeaf).toList());
    private final NoteSigner signer = SampleKeys.log();

    VectorFiles(Path folder) {
        this.folder = folder;
    }

    void write() throws IOException, TlogException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            all.write(line);
            all.write('\n');
        }
        file("entries.jsonl", all.toByteArray());
        new LogExport(folder.resolve("export")).write(head(tree.size()), signer.verifierKey(), tiles, lines.iterator());
        for (int size : SIZES) {
            file("checkpoints/" + size, head(size).bytes());
        }
        for (int index : PROVEN) {
            file("proofs/" + index + ".tlog-proof", proof(index).toString().getBytes(StandardCharsets.UTF_8));
        }
        file("consistency.json", text(consistency()));
        refusedEntries();
        refusedCheckpoints();
        refusedProofs();
    }

    private String consistency() {
        List<Integer> sizes = new ArrayList<>(SIZES);
        sizes.add((int) tree.size());
        List<String> proofs = new ArrayList<>();
        for (int to : sizes) {
            for (int from : sizes) {
                if (from <= to) {
                    proofs.add(tree.at(to).consistency(from).texts().stream()
                            .map(hash -> '"' + hash + '"')
                            .collect(Collectors.joining(
                                    ",", "  {\"from\":" + from + ",\"to\":" + to + ",\"proof\":[", "]}")));
                }
            }
        }
        return "[\n" + String.join(",\n", proofs) + "\n]\n";
    }

    private void refusedEntries() throws IOException {
        String entry = new String(lines.get(1), StandardCharsets.UTF_8);
        refused("entries/line-feed-at-the-end.json", entry + "\n");
        refused("entries/byte-order-mark.json", "\ufeff" + entry);
        refused("entries/blank-after-colon.json", entry.replace("\"id\":", "\"id\": "));
        refused(
                "entries/fields-in-another-order.json",
                entry.replaceFirst("(\"actor\":[^,]*),(\"role\":[^,]*)", "$2,$1"));
        refused("entries/field-twice.json", entry.replaceFirst("(\"id\":[0-9]+,)", "$1$1"));
        refused("entries/field-unknown.json", entry.replace("\"purpose\"", "\"reason\":\"x\",\"purpose\""));
        refused("entries/field-missing.json", entry.replaceFirst("\"role\":[^,]*,", ""));
        refused("entries/field-null.json", entry.replaceFirst("\"os_user\":[^,]*,", "\"os_user\":null,"));
        refused("entries/text-empty.json", entry.replaceFirst("\"os_user\":[^,]*,", "\"os_user\":\"\","));
        refused("entries/escape-not-needed.json", entry.replace("collect", "c\\u006fllect"));
        refused("entries/slash-escaped.json", entry.replace("collect-uploads", "collect\\/uploads"));
        refused("entries/surrogate-alone.json", entry.replace("collect", "\\ud83d"));
        refused("entries/number-with-fraction.json", entry.replaceFirst("\"numbers\":[0-9]+", "\"numbers\":80.0"));
        refused("entries/number-above-2-53.json", entry.replaceFirst("\"id\":[0-9]+", "\"id\":9007199254740992"));
        refused(
                "entries/time-with-offset.json",
                entry.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"2026-10-12T09:30:00+08:00\""));
        refused(
                "entries/time-with-zeros-too-many.json",
                entry.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"2026-10-12T01:30:00.000Z\""));
        refused("entries/result-without-intent.json", entry.replaceFirst("\"intent\":[0-9]+,", ""));
        refused("entries/result-without-outcome.json", entry.replaceFirst("\"outcome\":[^,]*,", ""));
        refused("entries/intent-after-its-result.json", entry.replaceFirst("\"intent\":[0-9]+", "\"intent\":3"));
        refused("entries/cut.json", entry.substring(0, entry.length() - 1));
    }

    private void refusedCheckpoints() throws IOException {
        String note = head(256).toString();
        refused("checkpoints/size-changed", note.replace("\n256\n", "\n257\n"));
        refused("checkpoints/root-of-another-size", note.replace(root(256), root(257)));
        refused("checkpoints/signed-by-another-key", resigned(SampleKeys.other(SampleKeys.LOG_NAME)));
        refused("checkpoints/of-another-log", resigned(SampleKeys.other("another-log.invalid")));
        refused(
                "checkpoints/signature-of-another-note",
                note.replaceFirst(
                        "— .*\n",
                        head(257).toString().lines().skip(4).findFirst().orElseThrow() + "\n"));
        refused("checkpoints/not-signed", note.substring(0, note.indexOf("— ")));
        refused("checkpoints/last-line-feed-missing", note.stripTrailing());
        refused("checkpoints/carriage-returns", note.replace("\n", "\r\n"));
        refused(
                "checkpoints/size-with-leading-zero",
                signer.sign(SampleKeys.LOG_NAME + "\n0256\n" + root(256) + "\n").toString());
        refused(
                "checkpoints/size-above-2-63",
                signer.sign(SampleKeys.LOG_NAME + "\n9223372036854775808\n" + root(256) + "\n")
                        .toString());
        refused(
                "checkpoints/extension-line",
                signer.sign(SampleKeys.LOG_NAME + "\n256\n" + root(256) + "\nmore\n")
                        .toString());
        refused(
                "checkpoints/root-too-short",
                signer.sign(SampleKeys.LOG_NAME + "\n256\nAAAA\n").toString());
        refused(
                "checkpoints/origin-of-another-log",
                signer.sign("another-log.invalid\n256\n" + root(256) + "\n").toString());
    }

    private void refusedProofs() throws IOException {
        TlogProof proof = proof(100);
        String text = proof.toString();
        String first = proof.path().get(0).toString();
        refused("proofs/hash-missing.tlog-proof", text.replace(first + "\n", ""));
        refused(
                "proofs/last-hash-missing.tlog-proof",
                text.replace(proof.path().get(proof.path().size() - 1) + "\n", ""));
        refused("proofs/hash-twice.tlog-proof", text.replace(first + "\n", first + "\n" + first + "\n"));
        refused(
                "proofs/hash-too-many.tlog-proof",
                text.replace("\n\n" + SampleKeys.LOG_NAME, "\n" + first + "\n\n" + SampleKeys.LOG_NAME));
        refused(
                "proofs/hashes-swapped.tlog-proof",
                text.replace(first + "\n" + proof.path().get(1), proof.path().get(1) + "\n" + first));
        refused("proofs/index-of-the-neighbour.tlog-proof", text.replace("index 100\n", "index 101\n"));
        refused("proofs/index-beyond-the-log.tlog-proof", text.replace("index 100\n", "index 300\n"));
        refused("proofs/index-above-2-63.tlog-proof", text.replace("index 100\n", "index 18446744073709551716\n"));
        refused(
                "proofs/entry-of-the-neighbour.tlog-proof",
                text.replace("extra " + EntryBytes.of(lines.get(100)), "extra " + EntryBytes.of(lines.get(101))));
        refused(
                "proofs/checkpoint-of-another-size.tlog-proof",
                new TlogProof(proof.entry(), 100, proof.path(), head(299)).toString());
        refused("proofs/checkpoint-not-signed.tlog-proof", text.substring(0, text.indexOf("— ")));
    }

    private String resigned(NoteSigner other) {
        return new Checkpoint(other.verifierKey().name(), 256, tree.at(256).root())
                .sign(other)
                .toString();
    }

    private TlogProof proof(int index) {
        return new TlogProof(
                Optional.of(EntryBytes.of(lines.get(index))),
                index,
                tree.inclusion(index).path(),
                head(tree.size()));
    }

    private String root(int size) {
        return tree.at(size).root().toString();
    }

    private SignedNote head(long size) {
        return new Checkpoint(SampleKeys.LOG_NAME, size, tree.at(size).root()).sign(signer);
    }

    private void refused(String name, String content) throws IOException {
        file("refused/" + name, text(content));
    }

    private void file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
