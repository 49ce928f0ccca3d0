package jinbo.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import jinbo.participant.insurer.LineParticipation;

/** The registrations that concern one number, without the number, and the blocks derived from them at any moment. */
public final class NumberHistory {

    private final List<Registration> registrations;
    private final BlockScopes scopes;

    @FunctionalInterface
    public interface RevisionVisitor {
        /**
         * Receives the blocks that count up to, but not including, {@code revision}. The object {@code blocks} changes
         * after this method returns.
         */
        void until(long revision, DerivedBlocks blocks);
    }

    /** @param registrations of the number by revision and line, merged with the successions of insurers */
    NumberHistory(List<Registration> registrations, BlockScopes scopes) {
        this.registrations = List.copyOf(registrations);
        this.scopes = scopes;
    }

    /** The history of a number without registrations. */
    static NumberHistory ofUnknown(BlockScopes scopes) {
        return new NumberHistory(List.of(), scopes);
    }

    /** The registrations of the number by revision, including withdrawn ones, without successions. */
    public List<Registration> registrations() {
        return registrations.stream()
                .filter(registration -> !(registration instanceof Registration.Succession))
                .toList();
    }

    public DerivedBlocks asOf(long revision) {
        return blocks(stamp -> stamp.revision() <= revision);
    }

    /** The blocks that follow from the registrations up to an instant, except those already withdrawn then. */
    public DerivedBlocks asOf(Instant at) {
        return blocks(stamp -> !stamp.at().isAfter(at));
    }

    /** The block of an insurer at an instant and its causes; registrations already withdrawn then do not count. */
    public BlockProvenance provenanceFor(LineParticipation insurer, Instant at) {
        Predicate<Registration.Stamp> known = stamp -> !stamp.at().isAfter(at);
        List<Registration> untilThen = registrations.stream()
                .filter(registration -> known.test(registration.stamp()))
                .toList();
        DerivedBlocks blocks = new DerivedBlocks(scopes);
        BlockProvenance counted = BlockProvenance.fold(
                untilThen.stream().filter(registration -> isLeft(registration, known)), insurer, blocks);
        return counted.block().isPresent()
                ? counted
                : counted.withWithdrawn(BlockProvenance.fold(untilThen.stream(), insurer, new DerivedBlocks(scopes)));
    }

    /** The last choice of the consumer, or the last release of the number, up to an instant. */
    public Optional<Registration> lastRegistration(Instant at) {
        return registrations.stream()
                .filter(registration ->
                        registration instanceof Registration.Choice || registration instanceof Registration.Release)
                .filter(registration -> !registration.stamp().at().isAfter(at))
                .reduce((before, after) -> after);
    }

    /** Visits all revisions that changed a registration of the number, and returns the blocks since the last one. */
    public DerivedBlocks replay(RevisionVisitor visitor) {
        Set<Long> withdrawals = new HashSet<>();
        SortedMap<Long, List<Registration>> revisions = new TreeMap<>();
        for (Registration registration : registrations) {
            revisions
                    .computeIfAbsent(registration.stamp().revision(), first -> new ArrayList<>())
                    .add(registration);
            withdrawn(registration).ifPresent(taken -> {
                withdrawals.add(taken.revision());
                revisions.computeIfAbsent(taken.revision(), first -> new ArrayList<>());
            });
        }
        DerivedBlocks blocks = new DerivedBlocks(scopes);
        for (Map.Entry<Long, List<Registration>> revision : revisions.entrySet()) {
            visitor.until(revision.getKey(), blocks);
            if (withdrawals.contains(revision.getKey())) {
                blocks = asOf(revision.getKey());
            } else {
                revision.getValue().forEach(blocks::fold);
            }
        }
        return blocks;
    }

    /** The blocks of an insurer in a line in order of revision; revisions without a block are left out. */
    public List<BlockRevisionRange> blockRevisionsFor(LineParticipation insurer) {
        List<BlockRevisionRange> ranges = new ArrayList<>();
        Collect collect = new Collect(insurer, ranges);
        collect.until(Long.MAX_VALUE, replay(collect));
        return List.copyOf(ranges);
    }

    private DerivedBlocks blocks(Predicate<Registration.Stamp> known) {
        DerivedBlocks blocks = new DerivedBlocks(scopes);
        registrations.stream()
                .filter(registration -> known.test(registration.stamp()))
                .filter(registration -> isLeft(registration, known))
                .forEach(blocks::fold);
        return blocks;
    }

    private static boolean isLeft(Registration registration, Predicate<Registration.Stamp> known) {
        return withdrawn(registration).filter(known).isEmpty();
    }

    private static Optional<Registration.Stamp> withdrawn(Registration registration) {
        return registration instanceof Registration.Complaint complaint ? complaint.withdrawn() : Optional.empty();
    }

    private static final class Collect implements RevisionVisitor {

        private final LineParticipation insurer;
        private final List<BlockRevisionRange> ranges;
        private long since;

        Collect(LineParticipation insurer, List<BlockRevisionRange> ranges) {
            this.insurer = insurer;
            this.ranges = ranges;
        }

        @Override
        public void until(long revision, DerivedBlocks blocks) {
            if (revision > since) {
                long from = since;
                blocks.of(insurer)
                        .ifPresent(block -> ranges.add(new BlockRevisionRange(insurer, from, revision, block)));
            }
            since = revision;
        }
    }
}
