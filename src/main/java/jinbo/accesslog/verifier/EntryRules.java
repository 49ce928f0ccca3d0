package jinbo.accesslog.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the rules between entries, in any order: ascending times, unique ids, one result of the same access at most.
 */
final class EntryRules {

    private static final int MOST_OPEN = 1_000_000;
    private static final List<EntryField> SAME =
            List.of(EntryField.ACTOR, EntryField.ACTION, EntryField.INSURER, EntryField.OBJECT);

    private final Duration tolerance;
    private final TreeHasher hasher = new TreeHasher();
    private final IdSet seen = new IdSet();
    private final IdSet ended = new IdSet();
    private final Map<Long, Half> intents = new HashMap<>();
    private final Map<Long, Half> results = new HashMap<>();
    private Instant latest = Instant.MIN;

    /** A begin entry or a result that waits for the other; the hash is over the fields that both have in common. */
    private record Half(long index, Hash access) {}

    /** @param tolerance by how much an entry may be older than a preceding one */
    EntryRules(Duration tolerance) {
        this.tolerance = tolerance;
    }

    void add(long index, LogEntry entry) throws MalformedException {
        Instant at = entry.at();
        if (latest.isAfter(at) && Duration.between(at, latest).compareTo(tolerance) > 0) {
            throw new MalformedException(Fault.TIME_GOES_BACK, at, latest);
        }
        latest = latest.isAfter(at) ? latest : at;
        addToPairs(index, entry);
    }

    private void addToPairs(long index, LogEntry entry) throws MalformedException {
        if (!seen.add(entry.id())) {
            throw new MalformedException(Fault.ID_REPEATED, entry.id());
        }
        if (entry.isIntent()) {
            addIntent(index, entry);
        } else if (entry.isResult()) {
            addResult(index, entry);
        } else if (results.containsKey(entry.id())) {
            throw new MalformedException(Fault.INTENT_IS_NONE, entry.id());
        }
        if (intents.size() + results.size() > MOST_OPEN) {
            throw new MalformedException(Fault.TOO_MANY_OPEN, Integer.toString(MOST_OPEN));
        }
    }

    /** The number of begin entries without a result. */
    long open() {
        return intents.size();
    }

    List<Long> firstOpen(int most) {
        return intents.values().stream().map(Half::index).sorted().limit(most).toList();
    }

    /** The index of the first result that has no begin entry. */
    Optional<Long> firstWithoutIntent() {
        return results.values().stream().map(Half::index).min(Comparator.naturalOrder());
    }

    private void addIntent(long index, LogEntry intent) throws MalformedException {
        Half half = new Half(index, access(intent));
        Half result = results.remove(intent.id());
        if (result == null) {
            intents.put(intent.id(), half);
        } else {
            pair(half, result, intent.id());
        }
    }

    private void addResult(long index, LogEntry result) throws MalformedException {
        long id = result.number(EntryField.INTENT).orElseThrow();
        if (results.containsKey(result.id())) {
            throw new MalformedException(Fault.INTENT_IS_NONE, result.id());
        }
        if (ended.contains(id) || results.containsKey(id)) {
            throw new MalformedException(Fault.INTENT_ENDED_TWICE, id);
        }
        Half half = new Half(index, access(result));
        Half intent = intents.remove(id);
        if (intent != null) {
            pair(intent, half, id);
        } else if (seen.contains(id)) {
            throw new MalformedException(Fault.INTENT_IS_NONE, id);
        } else {
            results.put(id, half);
        }
    }

    private void pair(Half intent, Half result, long id) throws MalformedException {
        if (!intent.access.equals(result.access)) {
            throw new MalformedException(Fault.RESULT_OF_OTHER_ACCESS, id);
        }
        ended.add(id);
    }

    /** Hashes the fields that a begin entry and its result have in common, to save memory. */
    private Hash access(LogEntry entry) {
        StringBuilder texts = new StringBuilder();
        for (EntryField field : SAME) {
            String text = entry.text(field).orElse("");
            texts.append(text.length()).append(':').append(text);
        }
        return hasher.leaf(texts.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A set of mostly ascending ids, in blocks of 65,536: a sorted array for few ids, bits for many. 10 million ids
     * take some 1.3 MB. The number of blocks is limited against logs that exhaust memory.
     */
    static final class IdSet {

        private static final int BLOCK_BITS = 16;
        private static final int MOST_BLOCKS = 1 << 18;
        private static final int MOST_IN_ARRAY = 4096;
        private static final int LONGS = (1 << BLOCK_BITS) / Long.SIZE;

        private final Map<Long, Block> blocks = new HashMap<>();

        boolean add(long id) throws MalformedException {
            Block block = blocks.computeIfAbsent(id >> BLOCK_BITS, number -> new Block());
            if (blocks.size() > MOST_BLOCKS) {
                throw new MalformedException(Fault.IDS_SCATTERED);
            }
            return block.add((char) id);
        }

        boolean contains(long id) {
            Block block = blocks.get(id >> BLOCK_BITS);
            return block != null && block.contains((char) id);
        }

        private static final class Block {
            private char[] few = new char[4];
            private int count;
            private long[] bits = new long[0];

            boolean add(char id) {
                if (bits.length > 0) {
                    boolean fresh = (bits[id >> 6] & 1L << id) == 0;
                    bits[id >> 6] |= 1L << id;
                    return fresh;
                }
                int place = Arrays.binarySearch(few, 0, count, id);
                if (place >= 0) {
                    return false;
                }
                if (count == MOST_IN_ARRAY) {
                    turnIntoBits();
                    return add(id);
                }
                if (count == few.length) {
                    few = Arrays.copyOf(few, 2 * count);
                }
                int free = -place - 1;
                System.arraycopy(few, free, few, free + 1, count - free);
                few[free] = id;
                count++;
                return true;
            }

            boolean contains(char id) {
                return bits.length > 0 ? (bits[id >> 6] & 1L << id) != 0 : Arrays.binarySearch(few, 0, count, id) >= 0;
            }

            private void turnIntoBits() {
                bits = new long[LONGS];
                for (int i = 0; i < count; i++) {
                    bits[few[i] >> 6] |= 1L << few[i];
                }
                few = new char[0];
            }
        }
    }
}
