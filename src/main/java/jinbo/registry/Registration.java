package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A fact that changes the blocks of a number, without the number. Registrations are kept for ever, and everything else
 * follows from them.
 */
public sealed interface Registration {

    Stamp stamp();

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

    /** Replaces everything before it. The interval counts for insurers that were not blocked before. */
    record Choice(Stamp stamp, SortedSet<Short> scopes, Interval interval) implements Registration {

        public Choice {
            scopes = new TreeSet<>(scopes);
        }

        /** True if it names no insurer and so ends all blocks. */
        public boolean isCancellation() {
            return scopes.equals(Set.of(BlockScopes.NOBODY));
        }
    }

    /** The number has changed hands: earlier registrations are about another person. */
    record Release(Stamp stamp) implements Registration {}

    /** One insurer, by its small number, succeeds another and inherits its blocks; concerns all numbers. */
    record Succession(Stamp stamp, short from, short to) implements Registration {}

    /** @param at time of receipt, of the release of a held file, or of the consumer's choice */
    record Stamp(long batch, long revision, Instant at, LocalDate on) {}
}
