package jinbo.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of all numbers, or of a range of numbers, at one revision. The blocks of each scope are sorted by number,
 * and each block takes eight bytes. The lists of all insurers are made from the same blocks.
 */
final class SortedBlocks {

    private static final long[] NONE = {};

    private final Map<Short, long[]> byScope = new HashMap<>();
    private final DayCache days = new DayCache();
    private final OptionalLong continuesAfter;

    private SortedBlocks(Map<Short, PackedBlocks> collected, OptionalLong continuesAfter) {
        collected.forEach((scope, blocks) -> byScope.put(scope, blocks.sorted()));
        this.continuesAfter = continuesAfter;
    }

    long count() {
        return byScope.values().stream().mapToLong(blocks -> blocks.length).sum();
    }

    /** The last number of this range, after which the next range begins; empty if no higher number has blocks. */
    OptionalLong continuesAfter() {
        return continuesAfter;
    }

    static final class Collecting {

        private final Map<Short, PackedBlocks> collected = new HashMap<>();

        PackedBlocks of(short scope) {
            return collected.computeIfAbsent(scope, fresh -> new PackedBlocks());
        }

        long count() {
            return collected.values().stream().mapToLong(PackedBlocks::count).sum();
        }

        SortedBlocks sorted(OptionalLong continuesAfter) {
            return new SortedBlocks(collected, continuesAfter);
        }
    }

    /**
     * Visits the blocks that an insurer's list of this day shows, sorted by number and line. The insurer's own block of
     * a number replaces the block of the line.
     */
    void forEachListed(List<LineParticipation> lines, LocalDate day, BlockSink sink) {
        merge(
                lines.stream()
                        .map(line -> new Listed(
                                line.code(), of(line.line().scope()), of(line.scope()), PackedInterval.day(day)))
                        .toList(),
                sink);
    }

    /**
     * Visits the blocks that a list of this day shows for an insurer without blocks of its own, sorted by number and
     * line.
     */
    void forEachShared(List<BusinessLine> lines, LocalDate day, BlockSink sink) {
        merge(
                lines.stream()
                        .map(line -> new Listed(line.code(), of(line.scope()), NONE, PackedInterval.day(day)))
                        .toList(),
                sink);
    }

    private static void merge(List<Listed> lines, BlockSink sink) {
        if (lines.size() == 1) {
            lines.get(0).emitAll(sink);
            return;
        }
        while (true) {
            Listed lowest = lines.get(0);
            for (Listed line : lines) {
                if (line.mobile < lowest.mobile) {
                    lowest = line;
                }
            }
            if (lowest.mobile == Listed.END) {
                return;
            }
            lowest.emit(sink);
        }
    }

    private static final class Listed {

        static final long END = Long.MAX_VALUE;

        private final LineCode code;
        private final long[] ofLine;
        private final long[] own;
        private final int today;
        private int nextOfLine;
        private int nextOwn;
        private long ownMobile;

        private long block;
        private long mobile;

        Listed(LineCode code, long[] ofLine, long[] own, int today) {
            this.code = code;
            this.ofLine = ofLine;
            this.own = own;
            this.today = today;
            this.ownMobile = mobile(own, 0);
            advance();
        }

        void emit(BlockSink sink) {
            SortedBlocks.emit(block, code, sink);
            advance();
        }

        /** For a list with one line of business: faster, because the blocks need not be compared with other lines. */
        void emitAll(BlockSink sink) {
            int at = 0;
            for (long block : own) {
                int end = PackedBlocks.placeFrom(ofLine, at, block);
                SortedBlocks.emit(ofLine, at, end, today, code, sink);
                at = end < ofLine.length && PackedBlocks.mobile(ofLine[end]) == PackedBlocks.mobile(block)
                        ? end + 1
                        : end;
                if (PackedBlocks.isListedOn(block, today)) {
                    SortedBlocks.emit(block, code, sink);
                }
            }
            SortedBlocks.emit(ofLine, at, ofLine.length, today, code, sink);
        }

        private void advance() {
            do {
                long listed = mobile(ofLine, nextOfLine);
                if (listed < ownMobile) {
                    mobile = listed;
                    block = ofLine[nextOfLine++];
                } else {
                    mobile = ownMobile;
                    if (mobile == END) {
                        return;
                    }
                    block = own[nextOwn++];
                    ownMobile = mobile(own, nextOwn);
                    nextOfLine += listed == mobile ? 1 : 0;
                }
            } while (!PackedBlocks.isListedOn(block, today));
        }

        private static long mobile(long[] blocks, int at) {
            return at < blocks.length ? PackedBlocks.mobile(blocks[at]) : END;
        }
    }

    /** Like {@link #forEachShared}, but for one line, in parallel and in any order. Each thread has its own sink. */
    void forEachSharedInParallel(BusinessLine line, LocalDate day, Supplier<? extends BlockSink> sinks) {
        long[] blocks = of(line.scope());
        int today = PackedInterval.day(day);
        int parts = Runtime.getRuntime().availableProcessors();
        IntStream.range(0, parts).parallel().forEach(part -> {
            emit(blocks, end(blocks, part, parts), end(blocks, part + 1, parts), today, line.code(), sinks.get());
        });
    }

    private static int end(long[] blocks, int part, int parts) {
        return (int) ((long) blocks.length * part / parts);
    }

    /** Visits the differences on a day between an insurer's own blocks and the blocks of the line, sorted by number. */
    void differing(LineParticipation insurer, LocalDate day, Consumer<BlockChange> consumer) {
        long[] ofLine = of(insurer.line().scope());
        int today = PackedInterval.day(day);
        for (long block : of(insurer.scope())) {
            long lowest = PackedBlocks.pack(PackedBlocks.mobile(block), 0);
            int place = Arrays.binarySearch(ofLine, lowest);
            int at = place < 0 ? -place - 1 : place;
            Optional<Interval> before =
                    at < ofLine.length && PackedBlocks.mobile(ofLine[at]) == PackedBlocks.mobile(block)
                            ? listed(ofLine[at], today)
                            : Optional.empty();
            Optional<Interval> after = listed(block, today);
            if (!before.equals(after)) {
                consumer.accept(new BlockChange(new Mobile(PackedBlocks.mobile(block)), insurer.code(), before, after));
            }
        }
    }

    private long[] of(short scope) {
        return byScope.getOrDefault(scope, NONE);
    }

    private Optional<Interval> listed(long block, int today) {
        return PackedBlocks.isListedOn(block, today)
                ? Optional.of(
                        new Interval(days.of(PackedBlocks.effectiveOn(block)), days.of(PackedBlocks.expiresOn(block))))
                : Optional.empty();
    }

    private static void emit(long[] blocks, int from, int end, int today, LineCode line, BlockSink sink) {
        for (int i = from; i < end; i++) {
            if (PackedBlocks.isListedOn(blocks[i], today)) {
                emit(blocks[i], line, sink);
            }
        }
    }

    private static void emit(long block, LineCode line, BlockSink sink) {
        sink.block(
                PackedBlocks.mobile(block),
                line,
                PackedInterval.FIRST_DAY + PackedBlocks.effectiveOn(block),
                PackedInterval.FIRST_DAY + PackedBlocks.expiresOn(block));
    }

    /** Caches the few hundred dates that millions of blocks and registrations share. */
    static final class DayCache {

        private final AtomicReferenceArray<@Nullable LocalDate> dates = new AtomicReferenceArray<>(1 << 15);

        /** @param day in days since 2000 */
        LocalDate of(int day) {
            if (day < 0 || day >= dates.length()) {
                return PackedInterval.date(day);
            }
            LocalDate kept = dates.get(day);
            if (kept != null) {
                return kept;
            }
            LocalDate date = PackedInterval.date(day);
            dates.set(day, date);
            return date;
        }
    }
}
