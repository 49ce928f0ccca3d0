package jinbo.operator.cli;

import java.util.List;
import java.util.stream.Collectors;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.batch.Reason;
import jinbo.batch.Remark;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.SettleRecovery;
import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SequenceGap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recovery settle}: ends a recovery, so that lists are published again. */
@Command(name = "settle")
final class SettleRecoveryCommand implements RequiresSecondPerson {

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--holds", paramLabel = "LIST")
    private List<ManifestFileName> holds = List.of();

    @Override
    public Duty duty() {
        return Duty.SETTLE_RECOVERY;
    }

    @Override
    public Outline outline(Installation installation) {
        new Reason(reason);
        List<ManifestFileName> unknown = unknown(installation);
        if (unknown.isEmpty() && installation.get(Recoveries.class).open().isEmpty()) {
            throw new BatchException(BatchError.NOTHING_TO_SETTLE);
        }
        String key = force ? "recovery-settle-force" : "recovery-settle";
        return unknown.isEmpty()
                ? Outline.of(key)
                : Outline.of(
                        key + "-holds",
                        unknown.stream()
                                .map(list -> list.insurer() + ":" + list.sequence())
                                .collect(Collectors.joining(", ")));
    }

    /** What insurers say that they hold and no record knows. */
    private List<ManifestFileName> unknown(Installation installation) {
        holds.forEach(list -> installation.get(Insurers.class).get(list.insurer()));
        return holds.stream()
                .filter(list -> list.sequence()
                        >= installation
                                .get(BlockLists.class)
                                .next(list.insurer())
                                .sequence())
                .toList();
    }

    @Override
    public Answer answer(Installation installation) {
        new Reason(reason);
        SettleRecovery settleRecovery = installation.get(SettleRecovery.class);
        unknown(installation).forEach(list -> settleRecovery.holds(list.insurer(), list.sequence()));
        SettleRecovery.Outcome outcome =
                settleRecovery.settle(reason, force, installation.standing().actor());
        return new Settled(
                outcome.recovery().id(),
                !outcome.recovery().isOpen(),
                outcome.left(),
                outcome.gaps().stream().map(Gap::of).toList());
    }

    /**
     * Sequences of an insurer that no list is recorded of.
     *
     * @param insurer whose
     * @param first the first
     * @param last the last; the next list follows it
     * @param chained whether the next manifest names the one before it
     */
    record Gap(InsurerCode insurer, int first, int last, boolean chained) {
        static Gap of(SequenceGap lost) {
            return new Gap(
                    lost.insurer(),
                    lost.first(),
                    lost.last(),
                    lost.lastManifestSha256().isPresent());
        }
    }

    /**
     * The answer.
     *
     * @param recovery its number
     * @param settled whether it is settled now
     * @param left what has not been ingested again
     * @param gaps sequences that the next lists count on above
     */
    record Settled(long recovery, boolean settled, List<Remark> left, List<Gap> gaps) implements Answer {
        @Override
        public boolean complete() {
            return settled;
        }

        @Override
        public void tell(Page page) {
            page.say(settled ? "settle.done" : "settle.refused", recovery);
            for (Gap gap : gaps) {
                page.say(
                        gap.chained() ? "settle.goes-on" : "settle.begins-anew",
                        gap.insurer().value(),
                        Integer.toString(gap.last() + 1));
            }
            TellRemarks.on(page, settled ? "settle.given-up" : "run.problems", left);
        }
    }
}
