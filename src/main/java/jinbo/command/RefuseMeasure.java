package jinbo.command;

import jinbo.cases.measure.Measure;
import jinbo.cases.measure.MeasureState;
import jinbo.cases.measure.Measures;
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
