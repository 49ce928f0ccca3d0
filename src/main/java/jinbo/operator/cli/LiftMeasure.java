package jinbo.operator.cli;

import jinbo.cases.sanction.Measure;
import jinbo.cases.sanction.MeasureState;
import jinbo.cases.sanction.Measures;
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
