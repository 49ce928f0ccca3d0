package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.cases.CaseNumber;
import jinbo.cases.sanction.Measure;
import jinbo.cases.sanction.MeasureState;
import jinbo.cases.sanction.Measures;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands have in common by which two people decide of a measure. */
abstract class DecideOnMeasure implements TakesTwo {

    @Parameters(paramLabel = "ID", descriptionKey = "measure-id")
    private long id;

    @Option(names = TypedWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why-number")
    private String reason = "";

    /** What it is to become. */
    abstract MeasureState next();

    /** Has it become that. */
    abstract Measure become(Measures measures, long measure, String why, Installation installation);

    @Override
    public final void check() {
        OneNumber.requireFit(reason);
    }

    @Override
    public final Duty duty() {
        return Duty.IMPOSE_MEASURES;
    }

    @Override
    public final Outline outline(Installation installation) {
        Measures measures = installation.get(Measures.class);
        Measure measure = measures.require(id, next());
        Optional<Measures.Days> days =
                next() == MeasureState.IMPOSED ? Optional.of(measures.days(measure)) : Optional.empty();
        return Outline.of(
                "measure-" + next(),
                Long.toString(id),
                measure.kind(),
                measure.subject(),
                measure.cases().stream().map(CaseNumber::value).collect(Collectors.joining(", ")),
                Page.orNothing(days.map(Measures.Days::beginsOn)),
                Page.orNothing(days.flatMap(Measures.Days::endsOn)));
    }

    @Override
    public final Answer answer(Installation installation) {
        return new Decided(MeasureLine.of(become(installation.get(Measures.class), id, reason.strip(), installation)));
    }

    /**
     * The answer.
     *
     * @param measure as it stands now
     */
    record Decided(MeasureLine measure) implements Answer {
        @Override
        public void tell(Page page) {
            MeasureLine.table(page, List.of(measure));
        }
    }
}
