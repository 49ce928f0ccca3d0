package jinbo.cases.sanction;

import java.util.Optional;
import jinbo.cases.Salesperson;
import jinbo.participant.insurer.InsurerCode;

/** Whom a sanction is about: an insurer, or one of its salespersons. */
public record SanctionSubject(InsurerCode insurer, Optional<Salesperson> salesperson)
        implements Comparable<SanctionSubject> {

    static SanctionSubject of(InsurerCode insurer) {
        return new SanctionSubject(insurer, Optional.empty());
    }

    public SanctionLadder.Target about() {
        return salesperson.isPresent() ? SanctionLadder.Target.SALESPERSON : SanctionLadder.Target.INSURER;
    }

    @Override
    public int compareTo(SanctionSubject other) {
        return toString().compareTo(other.toString());
    }

    /** For example {@code YUNHE} or {@code YUNHE/S-17}. */
    @Override
    public String toString() {
        return salesperson.map(code -> insurer + "/" + code).orElse(insurer.value());
    }
}
