package jinbo.registry.blocklist;

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

/** Compares an acknowledgement with its list, and records a plausible one ({@code exchange-formats/ack/v1}). */
@Component
public record RecordAcknowledgement(BlockLists lists, SalesUnits units, Acknowledgements acknowledgements) {

    /**
     * Records an acknowledgement. The caller has checked that it is the insurer's own and that its time is not in the
     * future.
     *
     * @return the finding, if any; with a finding other than a warning, nothing is recorded
     */
    public Optional<AcknowledgementFinding> record(long inboundFile, Ack ack, Instant receivedAt) {
        // after a crash the record of the manifest's delivery may be missing, so the delivery of the list is enough
        Optional<Manifest> list = lists.find(ack.insurer(), ack.sequence())
                .filter(found -> found.listDeliveredAt().isPresent())
                .map(SealedList::manifest);
        if (list.isEmpty()) {
            return finding(FindingCode.LIST_UNKNOWN, "list " + ack.sequence() + " was not delivered to this insurer");
        }
        if (ack.appliedAt().isBefore(list.get().asOf().minus(Ack.MAX_CLOCK_DIFFERENCE))) {
            return finding(
                    FindingCode.CONTENT_INVALID,
                    "field applied_at lies before the moment that list " + ack.sequence() + " speaks of");
        }
        Optional<UnitCode> unknown =
                ack.units().stream().filter(unit -> !calls(ack.insurer(), unit)).findFirst();
        if (unknown.isPresent()) {
            return finding(FindingCode.UNIT_UNKNOWN, "sales unit " + unknown.get() + " is not registered, or closed");
        }
        boolean agrees = ack.entries() == list.get().entries()
                && ack.listDigest().equals(list.get().listDigest());
        acknowledgements.record(inboundFile, ack, receivedAt, agrees);
        return agrees
                ? Optional.empty()
                : finding(
                        FindingCode.LIST_DIFFERS,
                        "the insurer holds " + ack.entries() + " entries, list " + ack.sequence() + " has "
                                + list.get().entries());
    }

    private static Optional<AcknowledgementFinding> finding(FindingCode code, String detail) {
        return Optional.of(new AcknowledgementFinding(code, detail));
    }

    private boolean calls(InsurerCode insurer, UnitCode unit) {
        return units.find(insurer, unit).filter(SalesUnit::isOpen).isPresent();
    }

    /** {@link FindingCode#LIST_DIFFERS} is a warning; other codes refuse the message. The detail is for operators. */
    public record AcknowledgementFinding(FindingCode code, String detail) {}
}
