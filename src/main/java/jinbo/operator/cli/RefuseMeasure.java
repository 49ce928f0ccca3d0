package jinbo.operator.cli;

import jinbo.cases.sanction.Measure;
import jinbo.cases.sanction.MeasureState;
import jinbo.cases.sanction.Measures;
import picocli.CommandLine.Command;

/** {@code measure refuse}: what was proposed does not count. */
@Command(name = "refuse")
final class RefuseMeasure extends DecideOnMeasure {

    @Override
    MeasureState next() {
        return MeasureState.REFUSED;
    }

    @Override
    Measure become(Measures measures, long measure, String why, Installation installation) {
        return measures.refuse(measure, why, installation.standing().actor());
    }
}
