package jinbo.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.exchange.format.BlockListChange;
import jinbo.exchange.format.BlockListChange.Add;
import jinbo.exchange.format.BlockListChange.Change;
import jinbo.exchange.format.BlockListChange.Remove;
import jinbo.exchange.format.BlockListDeltaReader;
import jinbo.exchange.format.BlockListDeltaWriter.BlockListDeltaSummary;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.BlockListReader;
import jinbo.exchange.format.BlockListWriter;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/**
 * The block lists on an insurer's drop, and the whole list that it holds once it has applied them in their order. Whatever is
 * applied is compared with its manifest: rows and content, and what the list has come to.
 */
public final class ReceivedLists {

    private final TestExchange exchange;
    private final InsurerCode insurer;

    ReceivedLists(TestExchange exchange, String insurer) {
        this.exchange = exchange;
        this.insurer = new InsurerCode(insurer);
    }

    /** All names of lists on the drop, by sequence. */
    public List<String> names() {
        return onDrop().stream().map(BlockListFileName::fileName).toList();
    }

    /** The name of the list of a sequence, as it lies on the drop. */
    public String name(int sequence) {
        return find(sequence).fileName();
    }

    /** The name of the newest list. */
    public String newest() {
        return name(newestSequence());
    }

    /** What the list of a sequence is, full or delta, in clear. */
    public String text(int sequence) {
        return exchange.text(insurer.value(), name(sequence));
    }

    /** The manifest of a sequence. */
    public Manifest manifest(int sequence) {
        String name = new ManifestFileName(insurer, sequence).fileName();
        try {
            return Manifest.read(new ByteArrayInputStream(exchange.opened(insurer.value(), name)));
        } catch (IOException | FormatException e) {
            throw new AssertionError(name + " is no manifest", e);
        }
    }

    /** The whole list after the newest one was applied, as the CSV of a full list. */
    public String whole() {
        return whole(newestSequence());
    }

    /** The whole list after the list of a sequence was applied, as the CSV of a full list. */
    public String whole(int sequence) {
        int first = sequence;
        while (find(first).kind() != ListKind.FULL) {
            first--;
        }
        SortedMap<Pair, BlockListEntry> held = new TreeMap<>();
        for (int each = first; each <= sequence; each++) {
            apply(find(each), held);
        }
        return csv(held).text();
    }

    private void apply(BlockListFileName name, SortedMap<Pair, BlockListEntry> held) {
        Manifest manifest = manifest(name.sequence());
        require(manifest.listName().equals(name), name, "is not what its manifest names");
        ByteArrayInputStream clear = new ByteArrayInputStream(exchange.opened(insurer.value(), name.fileName()));
        try {
            BlockListDeltaSummary said = new BlockListDeltaSummary(manifest.rows(), manifest.contentSha256());
            BlockListDeltaSummary read;
            if (name.kind() == ListKind.FULL) {
                held.clear();
                BlockListSummary full = BlockListReader.read(clear, entry -> held.put(Pair.of(entry), entry));
                read = new BlockListDeltaSummary(full.rows(), full.contentSha256());
            } else {
                read = BlockListDeltaReader.read(clear, change -> apply(change, name, held));
            }
            require(read.equals(said), name, "does not hold what its manifest says");
        } catch (IOException | FormatException e) {
            throw new AssertionError(name.fileName() + " cannot be read", e);
        }
        BlockListSummary come = csv(held).content();
        require(
                come.rows() == manifest.entries() && come.listDigest().equals(manifest.listDigest()),
                name,
                "leads to another list than its manifest says");
    }

    private static void apply(BlockListChange change, BlockListFileName name, SortedMap<Pair, BlockListEntry> held) {
        Pair pair = new Pair(change.mobile(), change.line());
        Optional<BlockListEntry> before = Optional.ofNullable(held.get(pair));
        if (change instanceof Add add) {
            require(before.isEmpty(), name, "adds what is there");
            held.put(pair, add.entry());
        } else if (change instanceof Change other) {
            require(before.filter(entry -> !entry.equals(other.entry())).isPresent(), name, "changes nothing");
            held.put(pair, other.entry());
        } else if (change instanceof Remove) {
            require(before.isPresent(), name, "removes what is not there");
            held.remove(pair);
        }
    }

    /** A number in a line of business, in the order of a list. */
    private record Pair(Mobile mobile, LineCode line) implements Comparable<Pair> {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::mobile).thenComparing(Pair::line);

        static Pair of(BlockListEntry entry) {
            return new Pair(entry.mobile(), entry.line());
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private record Written(String text, BlockListSummary content) {}

    private static Written csv(SortedMap<Pair, BlockListEntry> held) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (BlockListWriter writer = new BlockListWriter(csv)) {
            for (BlockListEntry entry : held.values()) {
                writer.write(entry);
            }
            BlockListSummary content = writer.finish();
            return new Written(csv.toString(StandardCharsets.US_ASCII), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void require(boolean sound, BlockListFileName name, String fault) {
        if (!sound) {
            throw new AssertionError(name.fileName() + " " + fault);
        }
    }

    private int newestSequence() {
        return onDrop().stream()
                .mapToInt(BlockListFileName::sequence)
                .max()
                .orElseThrow(() -> new NoSuchElementException("No list lies on the drop of " + insurer));
    }

    private BlockListFileName find(int sequence) {
        List<BlockListFileName> found =
                onDrop().stream().filter(name -> name.sequence() == sequence).toList();
        if (found.size() != 1) {
            throw new AssertionError("Lists of sequence " + sequence + " on the drop of " + insurer + ": " + found);
        }
        return found.get(0);
    }

    private List<BlockListFileName> onDrop() {
        return exchange.listing(insurer.value(), "download").stream()
                .flatMap(name -> BlockListFileName.parse(name).stream())
                .sorted(Comparator.comparingInt(BlockListFileName::sequence))
                .toList();
    }
}
