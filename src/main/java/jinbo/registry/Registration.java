package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What changes the blocks of a number, without the number. Registrations are kept for ever, and everything else follows from them.
 *
 * <p>A scope is what stands for a line of business or for an insurer in one ({@link BlockScopes}).
 */
public sealed interface Registration {

    Stamp stamp();

    /**
     * A row of an insurer's upload.
     *
     * @param uploader the insurer's small number
     */
    record Complaint(
            Stamp stamp,
            int line,
            short uploader,
            SortedSet<Short> scopes,
            LocalDate complainedOn,
            Interval interval,
            Optional<Long> inboundFile,
            Optional<Stamp> withdrawn)
            implements Registration {

        public Complaint {
            scopes = new TreeSet<>(scopes);
        }
    }

    /**
     * What a consumer wants, instead of everything that was known before; a cancellation names nobody.
     *
     * @param scopes the lines, and insurers in lines, that it names
     * @param interval for those that did not have to keep quiet before
     */
    record Choice(Stamp stamp, SortedSet<Short> scopes, Interval interval) implements Registration {

        public Choice {
            scopes = new TreeSet<>(scopes);
        }

        /** Whether it names nobody, and so ends all blocks. */
        public boolean isCancellation() {
            return scopes.equals(Set.of(BlockScopes.NOBODY));
        }
    }

    /** The number has changed hands: nothing that was known of it is about whoever has it now. */
    record Release(Stamp stamp) implements Registration {}

    /**
     * One insurer succeeds another and inherits its blocks; a registration on all numbers.
     *
     * @param from the small number of the insurer that leaves
     * @param to that of the one that inherits
     */
    record Succession(Stamp stamp, short from, short to) implements Registration {}

    /**
     * Where and when a registration was registered: what is the same for all registrations of a batch.
     *
     * @param at time of receipt, of the release of a held file, or of the consumer's choice
     * @param on that instant's date in Beijing
     */
    record Stamp(long batch, long revision, Instant at, LocalDate on) {}
}
