package jinbo.operator.partner;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.format.Manifest;
import jinbo.operator.FileTaskContext;
import jinbo.operator.alert.ExpiryNotice;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.AssociationCertificates.State;
import jinbo.partner.LocalBlockList;
import jinbo.partner.LocalBlockList.Question;
import jinbo.partner.OutboxNote;
import jinbo.partner.PartnerError;
import jinbo.partner.PartnerException;
import jinbo.reference.business.LineCode;
import picocli.CommandLine.Command;

/** {@code partner status}: shows the applied list, whether it may be used, and the uploads without a receipt. */
@Command(name = "status")
final class ShowPartnerStatus extends PartnerTask {

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return answer(PartnerSession.open(folder(), context));
    }

    @Override
    Object answer(PartnerSession session) throws IOException {
        Optional<LocalBlockList.Applied> applied = session.held().appliedList();
        Set<Question> questions = session.held().questions();
        OptionalInt newest = session.deliveries().newestList();
        return new PartnerStatus(
                session.partner().code(),
                applied.isPresent() ? Optional.of(list(applied.get(), session)) : Optional.empty(),
                newest.stream().boxed().findFirst(),
                questions.contains(Question.NEW_CHAIN),
                questions.contains(Question.LOG_FORK),
                session.outbox().unanswered().stream().map(Unanswered::of).toList(),
                session.certificates().in(State.WAITING).stream()
                        .map(waiting -> waiting.certificate().fingerprint().toGroupedString())
                        .toList(),
                session.ownKeys().next().map(next -> next.fingerprint().toGroupedString()),
                ExpiryNotice.beforeEnd(session.today(), session.partner()::signsAt),
                ExpiryNotice.beforeEnd(session.today(), session.partner()::hasAssociationCertificateAt));
    }

    private static ListHeldNow list(LocalBlockList.Applied applied, PartnerSession session) throws IOException {
        Manifest manifest = applied.list().manifest();
        if (!session.held().isIntact(applied)) {
            throw new PartnerException(
                    PartnerError.LIST_DIFFERS, session.folder().list(), manifest.sequence());
        }
        return new ListHeldNow(
                manifest.sequence(),
                manifest.businessLines(),
                manifest.entries(),
                manifest.listDigest(),
                manifest.asOf(),
                applied.at(),
                manifest.useBy(),
                session.today().isAfter(manifest.useBy()));
    }

    record ListHeldNow(
            int sequence,
            List<LineCode> businessLines,
            long entries,
            String listDigest,
            Instant asOf,
            Instant appliedAt,
            LocalDate useBy,
            boolean stale) {}

    record Unanswered(String file, Instant sealedAt, Optional<Instant> droppedAt) {
        static Unanswered of(OutboxNote note) {
            return new Unanswered(note.file(), note.sealedAt(), note.droppedAt());
        }
    }

    /** @param whose OWN for the key that signs, ASSOCIATION for the last certificate of the association */
    record KeyEnd(String whose, ExpiryNotice end) {}

    /**
     * The status; incomplete if no call may be made, or if the association must explain something. Key ends are present
     * if a key expires within 60 days.
     */
    record PartnerStatus(
            InsurerCode insurer,
            Optional<ListHeldNow> list,
            Optional<Integer> newest,
            boolean newChain,
            boolean logForked,
            List<Unanswered> unanswered,
            List<String> certificatesWaiting,
            Optional<String> nextKey,
            Optional<ExpiryNotice> ownKeyEnds,
            Optional<ExpiryNotice> associationEnds)
            implements Incomplete {

        @Override
        public boolean complete() {
            return list.filter(held -> !held.stale).isPresent() && !newChain && !logForked;
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
