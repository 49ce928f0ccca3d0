package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A branch, agency or bank that calls for an insurer (电销机构, 中介代理机构) and uses the insurer's block list. */
public record SalesUnit(
        InsurerCode insurer,
        UnitCode code,
        String name,
        Kind kind,
        Optional<LocalDate> confidentialitySince,
        Instant addedAt,
        Optional<Instant> closedAt) {

    public enum Kind {
        /** A telephone sales centre that belongs to the insurer. */
        BRANCH,
        AGENCY,
        BANK
    }

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    public boolean isBound(LocalDate day) {
        return confidentialitySince.filter(first -> !day.isBefore(first)).isPresent();
    }
}
