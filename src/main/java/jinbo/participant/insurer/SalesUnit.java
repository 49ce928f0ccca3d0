package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who calls for an insurer (电销机构, 中介代理机构), and so has its block list.
 *
 * @param insurer for whom it calls
 * @param code what the insurer calls it in acknowledgements
 * @param name its full name, for people; no phone number
 * @param kind what it is
 * @param confidentialitySince first day of its confidentiality agreement, if it has signed one
 * @param addedAt since when it is known
 * @param closedAt since when it calls no longer, if so
 */
public record SalesUnit(
        InsurerCode insurer,
        UnitCode code,
        String name,
        Kind kind,
        Optional<LocalDate> confidentialitySince,
        Instant addedAt,
        Optional<Instant> closedAt) {

    /** What a unit can be. */
    public enum Kind {
        /** A telephone sales centre of the insurer's own. */
        BRANCH,
        /** An agency that sells for it. */
        AGENCY,
        /** A bank that sells for it. */
        BANK
    }

    /** Whether it calls, as far as is known. */
    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    /** Whether it is bound by a confidentiality agreement on a day. */
    public boolean isBound(LocalDate day) {
        return confidentialitySince.filter(first -> !day.isBefore(first)).isPresent();
    }
}
