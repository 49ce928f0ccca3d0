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
 * Compares acknowledgements with their lists and records plausible ones ({@code exchange-formats/ack/v1/README.md}).
 */
@Component
public record RecordAcknowledgement(BlockLists lists, SalesUnits units, Acknowledgements acknowledgements) {

    /** Tolerance for insurers' clocks, as for signatures. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * Records an acknowledgement, already checked for its insurer and for a time in the future.
     *
     * @return the finding, if any; unless it is a warning, nothing is recorded
     */
    public Optional<AcknowledgementFinding> record(long inboundFile, Ack ack, Instant receivedAt) {
        // the record of a manifest's delivery may be missing after a crash, so the list's delivery counts
        Optional<Manifest> list = lists.find(ack.insurer(), ack.sequence())
                .filter(found -> found.listDeliveredAt().isPresent())
                .map(SealedList::manifest);
        if (list.isEmpty()) {
            return finding(FindingCode.LIST_UNKNOWN, "list " + ack.sequence() + " was not delivered to this insurer");
        }
        if (ack.appliedAt().isBefore(list.get().asOf().minus(CLOCKS_DIFFER))) {
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

    /** {@link FindingCode#LIST_DIFFERS} is a warning; other findings refuse. The detail is for operators. */
    public record AcknowledgementFinding(FindingCode code, String detail) {}
}
