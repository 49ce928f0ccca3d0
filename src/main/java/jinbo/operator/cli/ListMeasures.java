package jinbo.operator.cli;

import java.util.List;
import jinbo.cases.sanction.Measures;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code measure list}: what waits for people, or counts; or all that ever was. */
@Command(name = "list")
final class ListMeasures implements Task {

    @Option(names = "--all")
    private boolean all;

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        Measures measures = installation.get(Measures.class);
        return new MeasureList((all ? measures.all() : measures.standing())
                .stream().map(MeasureLine::of).toList());
    }

    /**
     * The answer.
     *
     * @param measures the newest first
     */
    record MeasureList(List<MeasureLine> measures) implements Answer {
        @Override
        public void tell(Page page) {
            if (measures.isEmpty()) {
                page.say("measures.none");
                return;
            }
            MeasureLine.table(page, measures);
        }
    }
}
