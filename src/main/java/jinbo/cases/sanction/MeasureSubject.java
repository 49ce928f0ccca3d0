package jinbo.cases.sanction;

import java.util.Comparator;
import java.util.Optional;
import jinbo.cases.Salesperson;
import jinbo.participant.insurer.InsurerCode;

/**
 * Whom a measure is about.
 *
 * @param insurer the insurer, or the one that the salesperson calls for
 * @param salesperson who, unless it is about the insurer itself
 */
public record MeasureSubject(InsurerCode insurer, Optional<Salesperson> salesperson)
        implements Comparable<MeasureSubject> {

    private static final Comparator<MeasureSubject> ORDER = Comparator.comparing(MeasureSubject::toString);

    static MeasureSubject of(InsurerCode insurer) {
        return new MeasureSubject(insurer, Optional.empty());
    }

    /** By which kind of ladder it is judged. */
    public MeasureAbout about() {
        return salesperson.isPresent() ? MeasureAbout.SALESPERSON : MeasureAbout.INSURER;
    }

    @Override
    public int compareTo(MeasureSubject other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code YUNHE} or {@code YUNHE/S-17}. */
    @Override
    public String toString() {
        return salesperson.map(sign -> insurer + "/" + sign).orElse(insurer.value());
    }
}
