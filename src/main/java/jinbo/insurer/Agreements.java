package jinbo.insurer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The two agreements without which an insurer gets no list.
 *
 * @param selfDisciplineSince first day of the self-discipline agreement (自律协议)
 * @param confidentialitySince first day of the confidentiality agreement (保密协议)
 */
public record Agreements(Optional<LocalDate> selfDisciplineSince, Optional<LocalDate> confidentialitySince) {

    /** Whether both are signed and have begun. */
    public boolean bothHold(LocalDate day) {
        return holds(selfDisciplineSince, day) && holds(confidentialitySince, day);
    }

    private static boolean holds(Optional<LocalDate> since, LocalDate day) {
        return since.filter(first -> !day.isBefore(first)).isPresent();
    }
}
