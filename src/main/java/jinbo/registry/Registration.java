package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A recorded fact about a number (a succession: about two insurers), for example a complaint or a consumer's choice. It
 * does not contain the number itself. Registrations are kept for ever, and all blocks are derived from them.
 */
public sealed interface Registration {

    Stamp stamp();

    /** A complaint that an insurer has uploaded; {@code line} is that of its row, {@code uploader} the insurer's id. */
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
     * A consumer's choice. From then on, no earlier registration of the number counts. The interval applies to chosen
     * insurers that were not blocked; a block that has not ended keeps its first day and gets the new end (rule 4).
     */
    record Choice(Stamp stamp, SortedSet<Short> scopes, Interval interval) implements Registration {

        public Choice {
            scopes = new TreeSet<>(scopes);
        }

        /** True if the choice names no insurer and so ends all blocks. */
        public boolean isCancellation() {
            return scopes.equals(Set.of(BlockScopes.NOBODY));
        }
    }

    /** The number has changed hands: earlier registrations are about another person. */
    record Release(Stamp stamp) implements Registration {}

    /** The insurer with id {@code to} succeeds the one with id {@code from} and inherits all its blocks. */
    record Succession(Stamp stamp, short from, short to) implements Registration {}

    /**
     * When and in which batch a registration was made.
     *
     * @param at when the file was received, the held file was released for ingest, or the consumer chose
     * @param on the Beijing date of {@code at}
     */
    record Stamp(long batch, long revision, Instant at, LocalDate on) {}
}
