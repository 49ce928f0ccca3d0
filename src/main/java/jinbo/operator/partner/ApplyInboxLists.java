package jinbo.operator.partner;

import java.io.IOException;
import java.util.Optional;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.ApplyBlockLists;
import jinbo.partner.BlockListDamagedException;
import jinbo.partner.DeliveryFault;
import jinbo.partner.LocalBlockList;
import jinbo.partner.RebuildLocalBlockList;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.partner.VerifiedList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Applies the lists of the inbox, and says which one is held now. One that lies damaged here is made anew before.
 *
 * @param drop from which to fetch again what lies damaged in the inbox
 */
record ApplyInboxLists(PartnerSession side, Optional<InsurerDropSession> drop) {

    /** @param anew whether the chain is given up */
    ApplyResult apply(boolean anew) throws IOException {
        LocalBlockList held = side.held();
        Optional<VerifiedList> before = held.readNote().map(LocalBlockList.Applied::list);
        Optional<String> damage = held.damage();
        Optional<String> why = damage.isPresent() ? rebuild() : Optional.empty();
        if (why.isEmpty()) {
            Optional<VerificationResult<VerifiedList>> result = applied(held, anew);
            return ApplyResult.of(before, held.applied(), result, damage.isPresent());
        }
        Optional<VerificationResult<VerifiedList>> result = before.isPresent() ? over(held, anew) : Optional.empty();
        Optional<String> still = held.damage();
        return ApplyResult.of(
                before,
                held.readNote().map(LocalBlockList.Applied::list),
                still.isEmpty() ? result : Optional.of(damaged(still.get(), why.get())),
                still.isEmpty()
                        && before.filter(ApplyInboxLists::isOfFormerFormat).isEmpty());
    }

    /** Such a list is replaced, and not made anew: nothing is wrong with the disk. */
    private static boolean isOfFormerFormat(VerifiedList list) {
        return list.manifest().businessLines().isEmpty();
    }

    private Optional<VerificationResult<VerifiedList>> applied(LocalBlockList held, boolean anew) throws IOException {
        ApplyBlockLists lists = new ApplyBlockLists(side.partner(), held);
        return anew
                ? lists.restartChain(side.folder().inbox(), side.now(), side.today())
                : lists.apply(side.folder().inbox(), side.now(), side.today());
    }

    /** Over a list that is damaged: a full one takes its place. */
    private Optional<VerificationResult<VerifiedList>> over(LocalBlockList held, boolean anew) throws IOException {
        try {
            return applied(held, anew);
        } catch (BlockListDamagedException e) {
            return Optional.empty();
        }
    }

    private Optional<String> rebuild() throws IOException {
        RebuildLocalBlockList rebuild = side.rebuild();
        Optional<String> why = rebuild.rebuild(side.now());
        if (why.isPresent() && drop.isPresent()) {
            side.deliveries().fetchAgain(drop.get(), rebuild.sources(), side.now());
            return rebuild.rebuild(side.now());
        }
        return why;
    }

    private static VerificationResult<VerifiedList> damaged(String damage, String why) {
        return new NotGenuine<>(
                DeliveryFault.DIFFERS,
                damage + ". It cannot be rebuilt from the inbox: " + why
                        + ". No sales calls are allowed until a full list arrives; run partner sync to request one");
    }

    /** {@code partner apply}: verifies the lists of the inbox and applies them in their order. */
    @Command(name = "apply")
    static final class ApplyLists implements FileTask {

        @ParentCommand
        private PartnerCommands partner = new PartnerCommands();

        @Option(names = "--begin-anew")
        private boolean anew;

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            return partner.withLock(context, side -> new ApplyInboxLists(side, Optional.empty()).apply(anew));
        }
    }
}
