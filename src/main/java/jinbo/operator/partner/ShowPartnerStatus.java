package jinbo.operator.partner;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.exchange.format.Manifest;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.alert.ExpiryNotice;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.AssociationCertificates.State;
import jinbo.partner.LocalBlockList;
import jinbo.partner.OutboxNote;
import jinbo.partner.PartnerError;
import jinbo.partner.PartnerException;
import jinbo.reference.business.LineCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code partner status}: which list is held, whether calls may rest on it, and what has no answer yet. */
@Command(name = "status")
final class ShowPartnerStatus implements FileTask {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        PartnerSession side = partner.open(context);
        Optional<LocalBlockList.Applied> applied = side.held().appliedList();
        OptionalInt newest = side.deliveries().newestList();
        return new PartnerStatus(
                side.partner().code(),
                applied.isPresent() ? Optional.of(list(applied.get(), side)) : Optional.empty(),
                newest.isPresent() ? Optional.of(newest.getAsInt()) : Optional.empty(),
                side.outbox().unanswered().stream().map(Unanswered::of).toList(),
                side.certificates().in(State.WAITING).stream()
                        .map(waiting -> waiting.certificate().fingerprint().inGroups())
                        .toList(),
                side.ownKeys().next().map(next -> next.fingerprint().inGroups()),
                ExpiryNotice.beforeEnd(side.today(), side.partner()::signsAt),
                ExpiryNotice.beforeEnd(side.today(), side.partner()::hasAssociationCertificateAt));
    }

    private static ListHeldNow list(LocalBlockList.Applied applied, PartnerSession side) throws IOException {
        Manifest manifest = applied.list().manifest();
        BlockListSummary content = side.held().content();
        if (content.rows() != manifest.entries() || !content.listDigest().equals(manifest.listDigest())) {
            throw new PartnerException(PartnerError.LIST_DIFFERS, side.folder().list(), manifest.sequence());
        }
        return new ListHeldNow(
                manifest.sequence(),
                manifest.businessLines(),
                manifest.entries(),
                manifest.listDigest(),
                manifest.asOf(),
                applied.at(),
                manifest.useBy(),
                side.today().isAfter(manifest.useBy()));
    }

    /**
     * @param listDigest of it, counted from the file
     * @param useBy the last day on which a call may rest on it
     */
    record ListHeldNow(
            int sequence,
            List<LineCode> businessLines,
            long entries,
            String listDigest,
            Instant asOf,
            Instant appliedAt,
            LocalDate useBy,
            boolean stale) {}

    /**
     * A file in the outbox without a receipt.
     *
     * @param droppedAt when it was dropped; empty if it waits for that
     */
    record Unanswered(String file, Instant sealedAt, Optional<Instant> droppedAt) {
        static Unanswered of(OutboxNote note) {
            return new Unanswered(note.file(), note.sealedAt(), note.droppedAt());
        }
    }

    /**
     * That a key ends soon.
     *
     * @param whose OWN, the one that signs, or ASSOCIATION, the last that it has
     */
    record KeyEnd(String whose, ExpiryNotice end) {}

    /**
     * The answer; not complete where no call may be made.
     *
     * @param certificatesWaiting fingerprints of the association's certificates that wait for people here
     * @param nextKey fingerprint of the own key that does not sign yet
     * @param ownKeyEnds that the key that signs is good for 60 days at most
     * @param associationEnds that the last certificate of the association is
     */
    record PartnerStatus(
            InsurerCode insurer,
            Optional<ListHeldNow> list,
            Optional<Integer> newest,
            List<Unanswered> unanswered,
            List<String> certificatesWaiting,
            Optional<String> nextKey,
            Optional<ExpiryNotice> ownKeyEnds,
            Optional<ExpiryNotice> associationEnds)
            implements Incomplete {

        @Override
        public boolean complete() {
            return list.filter(held -> !held.stale).isPresent();
        }

        @Derived
        List<KeyEnd> keyEnds() {
            return Stream.concat(
                            ownKeyEnds.map(end -> new KeyEnd("OWN", end)).stream(),
                            associationEnds.map(end -> new KeyEnd("ASSOCIATION", end)).stream())
                    .toList();
        }

        @Derived
        Optional<Integer> newer() {
            return newest.filter(
                    number -> list.filter(held -> held.sequence >= number).isEmpty());
        }
    }
}
