package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who calls for an insurer (电销机构, 中介代理机构), and so has its block list.
 *
 * @param code what the insurer calls it in acknowledgements
 * @param name its full name, for people; no phone number
 * @param confidentialitySince first day of its confidentiality agreement, if it has signed one
 */
public record SalesUnit(
        InsurerCode insurer,
        UnitCode code,
        String name,
        Kind kind,
        Optional<LocalDate> confidentialitySince,
        Instant addedAt,
        Optional<Instant> closedAt) {

    public enum Kind {
        /** A telephone sales centre of the insurer's own. */
        BRANCH,
        AGENCY,
        BANK
    }

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    /** Whether it is bound by a confidentiality agreement on a day. */
    public boolean isBound(LocalDate day) {
        return confidentialitySince.filter(first -> !day.isBefore(first)).isPresent();
    }
}
