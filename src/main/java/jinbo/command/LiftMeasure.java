package jinbo.command;

import jinbo.cases.measure.Measure;
import jinbo.cases.measure.MeasureState;
import jinbo.cases.measure.Measures;
import picocli.CommandLine.Command;

/** {@code measure lift}: what was imposed counts no longer. */
@Command(name = "lift")
final class LiftMeasure extends DecideOnMeasure {

    @Override
    MeasureState next() {
        return MeasureState.LIFTED;
    }

    @Override
    Measure become(Measures measures, long measure, String why, Installation installation) {
        return measures.lift(measure, why, installation.standing().actor());
    }
}
