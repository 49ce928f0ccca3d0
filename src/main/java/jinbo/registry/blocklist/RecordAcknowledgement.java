package jinbo.registry.blocklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import org.springframework.stereotype.Component;

/**
 * Compares an acknowledgement with the list that it is about, and records it unless it cannot be true
 * ({@code exchange-formats/ack/v1/README.md}).
 */
@Component
public record RecordAcknowledgement(BlockLists lists, SalesUnits units, Acknowledgements acknowledgements) {

    /** How far an insurer's clock may be behind ours, as for signatures. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * Takes one, in the caller's transaction. One that was said before is recorded again and changes nothing.
     *
     * @param ack what it says; that it speaks for the insurer whose file it is, and of no time to come, is known
     * @return what is wrong with it; nothing is recorded if that refuses it
     */
    public Optional<AcknowledgementFinding> record(long inboundFile, Ack ack, Instant receivedAt) {
        // a process may die between the delivery of a manifest and its record, so what counts is the list before it
        Optional<Manifest> list = lists.find(ack.insurer(), ack.sequence())
                .filter(found -> found.listDeliveredAt().isPresent())
                .map(SealedList::manifest);
        if (list.isEmpty()) {
            return Optional.of(new AcknowledgementFinding(
                    FindingCode.LIST_UNKNOWN, "list " + ack.sequence() + " was not delivered to this insurer"));
        }
        if (ack.appliedAt().isBefore(list.get().asOf().minus(CLOCKS_DIFFER))) {
            return Optional.of(new AcknowledgementFinding(
                    FindingCode.CONTENT_INVALID, "field applied_at is before the time of list " + ack.sequence()));
        }
        Optional<UnitCode> unknown =
                ack.units().stream().filter(unit -> !calls(ack.insurer(), unit)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of(new AcknowledgementFinding(
                    FindingCode.UNIT_UNKNOWN, "sales unit " + unknown.get() + " is not registered, or closed"));
        }
        boolean agrees = ack.entries() == list.get().entries()
                && ack.listDigest().equals(list.get().listDigest());
        acknowledgements.record(inboundFile, ack, receivedAt, agrees);
        return agrees
                ? Optional.empty()
                : Optional.of(new AcknowledgementFinding(
                        FindingCode.LIST_DIFFERS,
                        "the insurer holds " + ack.entries() + " entries, list " + ack.sequence() + " has "
                                + list.get().entries()));
    }

    private boolean calls(InsurerCode insurer, UnitCode unit) {
        return units.find(insurer, unit).filter(SalesUnit::isOpen).isPresent();
    }

    /**
     * What is wrong with an acknowledgement that is sound in itself.
     *
     * @param code {@link FindingCode#LIST_DIFFERS}, which is a warning, or why it is refused
     * @param detail for operators
     */
    public record AcknowledgementFinding(FindingCode code, String detail) {}
}
