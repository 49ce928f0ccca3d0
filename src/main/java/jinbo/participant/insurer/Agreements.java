package jinbo.participant.insurer;

import java.time.LocalDate;
import java.util.Optional;

/** First days of self-discipline (自律协议) and confidentiality agreement (保密协议), and the first day without both. */
public record Agreements(
        Optional<LocalDate> selfDisciplineSince, Optional<LocalDate> confidentialitySince, Optional<LocalDate> endOn) {

    static final Agreements NONE = new Agreements(Optional.empty(), Optional.empty(), Optional.empty());

    static Agreements since(LocalDate selfDiscipline, LocalDate confidentiality) {
        return new Agreements(Optional.of(selfDiscipline), Optional.of(confidentiality), Optional.empty());
    }

    Agreements until(LocalDate end) {
        return new Agreements(selfDisciplineSince, confidentialitySince, Optional.of(end));
    }

    public boolean areInForce(LocalDate day) {
        return holds(selfDisciplineSince, day) && holds(confidentialitySince, day) && !haveEnded(day);
    }

    /** True if both agreements were signed and have ended. */
    public boolean haveExpired(LocalDate day) {
        return areSigned() && haveEnded(day);
    }

    boolean areSigned() {
        return selfDisciplineSince.isPresent() && confidentialitySince.isPresent();
    }

    private boolean haveEnded(LocalDate day) {
        return endOn.filter(end -> !day.isBefore(end)).isPresent();
    }

    private static boolean holds(Optional<LocalDate> since, LocalDate day) {
        return since.filter(first -> !day.isBefore(first)).isPresent();
    }
}
