package jinbo.registry;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumbersGate;

/**
 * The registry's blocks by rising number, as many at a time as memory is to hold. The last ones that were read are kept: where they are
 * all that there are, every list after the first has them at hand.
 */
final class BlockStripes {

    private final NumbersGate gate;
    private final Reader reader;
    private long keptAbove = -1;
    private Optional<SortedBlocks> kept = Optional.empty();

    BlockStripes(NumbersGate gate, Reader reader) {
        this.gate = gate;
        this.reader = reader;
    }

    /** Reads blocks. */
    @FunctionalInterface
    interface Reader {
        /** Those of the numbers above one, as many as memory is to hold. */
        SortedBlocks read(AccessPermit permit, long above);
    }

    /**
     * Shows all of them.
     *
     * @param permit the access that was announced; what others have read is an access all the same
     */
    void each(AccessPermit permit, Consumer<SortedBlocks> consumer) {
        gate.requireAnnounced(permit);
        OptionalLong above = OptionalLong.of(0);
        while (above.isPresent()) {
            SortedBlocks stripe = at(permit, above.getAsLong());
            consumer.accept(stripe);
            above = stripe.next();
        }
    }

    private synchronized SortedBlocks at(AccessPermit permit, long above) {
        if (keptAbove != above) {
            // what goes makes room before what comes
            kept = Optional.empty();
            keptAbove = -1;
            kept = Optional.of(reader.read(permit, above));
            keptAbove = above;
        }
        return kept.orElseThrow();
    }
}
