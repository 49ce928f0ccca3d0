package jinbo.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import jinbo.participant.insurer.LineParticipation;

/**
 * All registrations that concern one number, without the number, and what they make of it at any moment. Blocks only tell what counts
 * now; what counted then is derived here.
 */
public final class NumberHistory {

    private final List<Registration> registrations;
    private final BlockScopes scopes;

    @FunctionalInterface
    public interface RevisionVisitor {
        /**
         * @param blocks what held until this revision; they go on to change when this returns
         * @param revision the first in which they no longer hold
         */
        void until(long revision, DerivedBlocks blocks);
    }

    /** @param registrations the number's own by revision and line, and among them the successions of insurers */
    NumberHistory(List<Registration> registrations, BlockScopes scopes) {
        this.registrations = List.copyOf(registrations);
        this.scopes = scopes;
    }

    /** Of a number that no registration is about. */
    static NumberHistory ofUnknown(BlockScopes scopes) {
        return new NumberHistory(List.of(), scopes);
    }

    /** The registrations on the number alone, by revision; what was withdrawn is among them. */
    public List<Registration> registrations() {
        return registrations.stream()
                .filter(registration -> !(registration instanceof Registration.Succession))
                .toList();
    }

    /** The blocks as the registry had them at a revision. */
    public DerivedBlocks asOf(long revision) {
        return blocks(registrationStamp -> registrationStamp.revision() <= revision);
    }

    /** The blocks as follow from what was registered, and not withdrawn, up to an instant. */
    public DerivedBlocks asOf(Instant at) {
        return blocks(registrationStamp -> !registrationStamp.at().isAfter(at));
    }

    /** What counted for an insurer in a line at an instant, by what was registered, and not withdrawn, until then; and by which registrations. */
    public BlockProvenance provenanceFor(LineParticipation insurer, Instant at) {
        Predicate<Registration.Stamp> known =
                registrationStamp -> !registrationStamp.at().isAfter(at);
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

    /** The last thing that the holder of the number had said by an instant: a choice, or that it has changed hands. */
    public Optional<Registration> lastRegistration(Instant at) {
        return registrations.stream()
                .filter(registration ->
                        registration instanceof Registration.Choice || registration instanceof Registration.Release)
                .filter(registration -> !registration.stamp().at().isAfter(at))
                .reduce((before, after) -> after);
    }

    /** In which revision the number last changed hands; 0 if it never has. Of what was before, whoever has it now is told nothing. */
    public long releaseRevision() {
        return registrations.stream()
                .filter(registration -> registration instanceof Registration.Release)
                .mapToLong(registration -> registration.stamp().revision())
                .max()
                .orElse(0);
    }

    public Optional<Instant> releasedAt() {
        return registrations.stream()
                .filter(registration -> registration instanceof Registration.Release)
                .map(registration -> registration.stamp().at())
                .max(Comparator.naturalOrder());
    }

    /**
     * Goes through all revisions in which something changed.
     *
     * @return what holds since the last of them
     */
    public DerivedBlocks replay(RevisionVisitor stand) {
        TreeSet<Long> withdrawals = new TreeSet<>();
        TreeSet<Long> turns = new TreeSet<>();
        for (Registration registration : registrations) {
            turns.add(registration.stamp().revision());
            withdrawn(registration).ifPresent(taken -> withdrawals.add(taken.revision()));
        }
        turns.addAll(withdrawals);
        DerivedBlocks blocks = new DerivedBlocks(scopes);
        int next = 0;
        for (long revision : turns) {
            stand.until(revision, blocks);
            if (withdrawals.contains(revision)) {
                blocks = asOf(revision);
            }
            for (;
                    next < registrations.size()
                            && registrations.get(next).stamp().revision() == revision;
                    next++) {
                if (!withdrawals.contains(revision)) {
                    blocks.fold(registrations.get(next));
                }
            }
        }
        return blocks;
    }

    /**
     * What counted for an insurer in a line, revision by revision.
     *
     * @return by rising revision; nothing for the revisions in which there was no block
     */
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
