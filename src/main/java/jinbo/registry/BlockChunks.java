package jinbo.registry;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The registry's blocks by rising number, in chunks that fit into memory. A single chunk is read once and shared;
 * several are read again by each caller, one caller at a time.
 */
final class BlockChunks {

    private final LongFunction<SortedBlocks> reader;
    private long keptAbove = -1;
    private Optional<SortedBlocks> kept = Optional.empty();

    /** @param reader reads the chunk of the numbers above the given one */
    BlockChunks(LongFunction<SortedBlocks> reader) {
        this.reader = reader;
    }

    void forEachChunk(Consumer<SortedBlocks> consumer) {
        Optional<SortedBlocks> all = all();
        all.ifPresentOrElse(consumer, () -> eachStripe(consumer));
    }

    private synchronized Optional<SortedBlocks> all() {
        if (keptAbove != 0 && keptAbove != -1) {
            return Optional.empty();
        }
        SortedBlocks first = above(0);
        return first.next().isEmpty() ? Optional.of(first) : Optional.empty();
    }

    private synchronized void eachStripe(Consumer<SortedBlocks> consumer) {
        OptionalLong next = OptionalLong.of(0);
        while (next.isPresent()) {
            next = show(above(next.getAsLong()), consumer);
        }
    }

    private static OptionalLong show(SortedBlocks stripe, Consumer<SortedBlocks> consumer) {
        consumer.accept(stripe);
        return stripe.next();
    }

    private SortedBlocks above(long mobile) {
        if (keptAbove != mobile) {
            // release the old chunk before the new one is read
            kept = Optional.empty();
            keptAbove = -1;
            kept = Optional.of(reader.apply(mobile));
            keptAbove = mobile;
        }
        return kept.orElseThrow();
    }
}
