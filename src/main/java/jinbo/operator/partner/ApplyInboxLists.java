package jinbo.operator.partner;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.operator.partner.FetchResult.DeliveryProblem;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.ApplyBlockLists;
import jinbo.partner.BlockListDamagedException;
import jinbo.partner.DeliveryFault;
import jinbo.partner.LocalBlockList;
import jinbo.partner.LocalBlockList.Question;
import jinbo.partner.RebuildLocalBlockList;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.partner.VerifiedList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Applies the lists of the inbox. A damaged local list is rebuilt first, if necessary with files from the drop. */
record ApplyInboxLists(PartnerSession session, Optional<InsurerDropSession> drop) {

    /** @param anew true to abandon the list chain and start a new one from a full list */
    ApplyResult apply(boolean anew) throws IOException {
        LocalBlockList held = session.held();
        Optional<VerifiedList> before = held.readNote().map(LocalBlockList.Applied::list);
        Optional<String> damage = held.damage();
        Optional<String> notRebuilt = damage.isPresent() ? rebuild() : Optional.empty();
        if (notRebuilt.isEmpty()) {
            Optional<VerificationResult<VerifiedList>> applied = applied(held, anew);
            return ApplyResult.of(
                    before, held.applied(), applied, held.questions(), session.today(), damage.isPresent());
        }
        Optional<VerificationResult<VerifiedList>> outcome =
                before.isPresent() ? replaceDamaged(held, anew) : Optional.empty();
        Optional<String> remaining = held.damage();
        return ApplyResult.of(
                before,
                held.readNote().map(LocalBlockList.Applied::list),
                remaining.isEmpty() ? outcome : Optional.of(damaged(remaining.get(), notRebuilt.get())),
                held.questions(),
                session.today(),
                remaining.isEmpty()
                        && before.filter(ApplyInboxLists::isOfFormerFormat).isEmpty());
    }

    /** True if the list only has a former format: its replacement is no repair, because nothing was damaged. */
    private static boolean isOfFormerFormat(VerifiedList list) {
        return list.manifest().businessLines().isEmpty();
    }

    private Optional<VerificationResult<VerifiedList>> applied(LocalBlockList held, boolean anew) throws IOException {
        ApplyBlockLists lists = new ApplyBlockLists(session.partner(), held);
        return anew
                ? lists.restartChain(session.folder().inbox(), session.now(), session.today())
                : lists.apply(session.folder().inbox(), session.now(), session.today());
    }

    /** Replaces a damaged list by a full list of the inbox, unless that is impossible without the damaged list. */
    private Optional<VerificationResult<VerifiedList>> replaceDamaged(LocalBlockList held, boolean anew)
            throws IOException {
        try {
            return applied(held, anew);
        } catch (BlockListDamagedException e) {
            return Optional.empty();
        }
    }

    private Optional<String> rebuild() throws IOException {
        RebuildLocalBlockList rebuild = new RebuildLocalBlockList(session.folder(), session.partner());
        Optional<String> notRebuilt = rebuild.rebuild(session.now());
        if (notRebuilt.isPresent() && drop.isPresent()) {
            session.deliveries().fetchAgain(drop.get(), rebuild.sources(), session.now());
            return rebuild.rebuild(session.now());
        }
        return notRebuilt;
    }

    private static VerificationResult<VerifiedList> damaged(String damage, String notRebuilt) {
        return new NotGenuine<>(
                DeliveryFault.DIFFERS,
                damage + ". It cannot be rebuilt from the inbox: " + notRebuilt
                        + ". No sales calls are allowed until a full list arrives; partner sync requests one");
    }

    @Command(name = "apply")
    static final class ApplyLists extends PartnerTask {

        @Option(names = "--begin-anew")
        private boolean anew;

        @Override
        Object answer(PartnerSession session) throws IOException {
            return new ApplyInboxLists(session, Optional.empty()).apply(anew);
        }
    }

    /**
     * @param stale true if the held list is out of date; nobody may be called then
     * @param newChain true until the association has confirmed the new chain
     * @param log FORKED until the association has explained the fork; otherwise SOUND or NOT_SEEN
     * @param repaired true if the local list was damaged and has been rebuilt or replaced; false if it was only in a
     *     former format
     */
    record ApplyResult(
            Optional<Integer> before,
            Optional<Integer> sequence,
            Optional<Long> entries,
            Optional<String> listDigest,
            Optional<LocalDate> useBy,
            boolean stale,
            boolean newChain,
            VerifiedList.LogConsistency log,
            Optional<DeliveryFault> fault,
            Optional<String> detail,
            boolean repaired)
            implements Incomplete {

        static ApplyResult of(
                Optional<VerifiedList> before,
                Optional<VerifiedList> held,
                Optional<VerificationResult<VerifiedList>> result,
                Set<Question> questions,
                LocalDate today,
                boolean repaired) {
            Optional<Manifest> manifest = held.map(VerifiedList::manifest);
            Optional<NotGenuine<VerifiedList>> wrong = result.flatMap(VerificationResult::ifNotGenuine);
            return new ApplyResult(
                    before.map(list -> list.manifest().sequence()),
                    manifest.map(Manifest::sequence),
                    manifest.map(Manifest::entries),
                    manifest.map(Manifest::listDigest),
                    manifest.map(Manifest::useBy),
                    manifest.map(Manifest::useBy).filter(today::isAfter).isPresent(),
                    questions.contains(Question.NEW_CHAIN),
                    questions.contains(Question.LOG_FORK)
                            ? VerifiedList.LogConsistency.FORKED
                            : result.flatMap(VerificationResult::ifGenuine)
                                    .map(VerifiedList::log)
                                    .filter(log -> log != VerifiedList.LogConsistency.FORKED)
                                    .orElse(VerifiedList.LogConsistency.NOT_SEEN),
                    wrong.map(NotGenuine::fault),
                    wrong.map(NotGenuine::detail),
                    repaired);
        }

        @Override
        public boolean complete() {
            return fault.isEmpty() && !stale && !newChain && log != VerifiedList.LogConsistency.FORKED;
        }

        @Derived
        String held() {
            return sequence.isEmpty() ? "NONE" : sequence.equals(before) ? "AS_BEFORE" : "NEW";
        }

        @Derived
        Optional<DeliveryProblem> unusable() {
            return DeliveryProblem.of(fault, detail);
        }
    }
}
