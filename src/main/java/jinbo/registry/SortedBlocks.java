package jinbo.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jinbo.reference.phone.Mobile;

/**
 * Blocks at one revision, by scope and rising number: eight bytes each, read once and shared by the lists of all insurers. All that
 * there are, or those of the numbers from one to another.
 */
final class SortedBlocks {

    private static final long[] NONE = {};

    private final Map<Short, long[]> byScope = new HashMap<>();
    private final DayCache days = new DayCache();
    private final OptionalLong next;

    private SortedBlocks(Map<Short, PackedBlocks> collected, OptionalLong next) {
        collected.forEach((scope, blocks) -> byScope.put(scope, blocks.sorted()));
        this.next = next;
    }

    /** How many there are here. */
    long count() {
        return byScope.values().stream().mapToLong(blocks -> blocks.length).sum();
    }

    /** The last number of the last thousand here, if there are blocks of higher ones. */
    OptionalLong next() {
        return next;
    }

    /** Collects blocks in any order. */
    static final class Collecting {

        private final Map<Short, PackedBlocks> collected = new HashMap<>();

        /** Those of a scope, to be added to. */
        PackedBlocks of(short scope) {
            return collected.computeIfAbsent(scope, fresh -> new PackedBlocks());
        }

        /** How many there are so far. */
        long count() {
            return collected.values().stream().mapToLong(PackedBlocks::count).sum();
        }

        /** @param next see {@link SortedBlocks#next} */
        SortedBlocks sorted(OptionalLong next) {
            return new SortedBlocks(collected, next);
        }
    }

    /** What an insurer is told on a day, by rising number: its own block of a number stands before its sector's. */
    void forEachListed(short own, short sector, LocalDate day, BlockSink sink) {
        long[] sectors = of(sector);
        int today = PackedInterval.day(day);
        int at = 0;
        for (long block : of(own)) {
            int end = PackedBlocks.placeFrom(sectors, at, block);
            tell(sectors, at, end, today, sink);
            at = end < sectors.length && PackedBlocks.mobile(sectors[end]) == PackedBlocks.mobile(block)
                    ? end + 1
                    : end;
            tell(block, today, sink);
        }
        tell(sectors, at, sectors.length, today, sink);
    }

    /** What insurers of a sector are told on a day that have no blocks of their own, in as many parts as there are processors. */
    void forEachListedInParallel(short sector, LocalDate day, Supplier<? extends BlockSink> sinks) {
        long[] blocks = of(sector);
        int today = PackedInterval.day(day);
        int parts = Runtime.getRuntime().availableProcessors();
        IntStream.range(0, parts)
                .parallel()
                .forEach(part ->
                        tell(blocks, end(blocks, part, parts), end(blocks, part + 1, parts), today, sinks.get()));
    }

    private static int end(long[] blocks, int part, int parts) {
        return (int) ((long) blocks.length * part / parts);
    }

    /** What an insurer's own blocks make different from what its sector is told on a day, by rising number. */
    void differing(short own, short sector, LocalDate day, Consumer<BlockChange> consumer) {
        long[] sectors = of(sector);
        int today = PackedInterval.day(day);
        for (long block : of(own)) {
            long lowest = PackedBlocks.pack(PackedBlocks.mobile(block), 0);
            int place = Arrays.binarySearch(sectors, lowest);
            int at = place < 0 ? -place - 1 : place;
            Optional<Interval> before =
                    at < sectors.length && PackedBlocks.mobile(sectors[at]) == PackedBlocks.mobile(block)
                            ? countOf(sectors[at], today)
                            : Optional.empty();
            Optional<Interval> after = countOf(block, today);
            if (!before.equals(after)) {
                consumer.accept(new BlockChange(new Mobile(PackedBlocks.mobile(block)), before, after));
            }
        }
    }

    private long[] of(short scope) {
        return byScope.getOrDefault(scope, NONE);
    }

    private Optional<Interval> countOf(long block, int today) {
        return PackedBlocks.isListedOn(block, today)
                ? Optional.of(
                        new Interval(days.of(PackedBlocks.effectiveOn(block)), days.of(PackedBlocks.expiresOn(block))))
                : Optional.empty();
    }

    private static void tell(long[] blocks, int from, int until, int today, BlockSink sink) {
        for (int i = from; i < until; i++) {
            tell(blocks[i], today, sink);
        }
    }

    private static void tell(long block, int today, BlockSink sink) {
        if (PackedBlocks.isListedOn(block, today)) {
            sink.block(
                    PackedBlocks.mobile(block),
                    PackedInterval.FIRST_DAY + PackedBlocks.effectiveOn(block),
                    PackedInterval.FIRST_DAY + PackedBlocks.expiresOn(block));
        }
    }
}
