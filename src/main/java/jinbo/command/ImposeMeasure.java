package jinbo.command;

import jinbo.cases.measure.Measure;
import jinbo.cases.measure.MeasureState;
import jinbo.cases.measure.Measures;
import picocli.CommandLine.Command;

/** {@code measure impose}: what was earned counts from the next working day on. */
@Command(name = "impose")
final class ImposeMeasure extends DecideOnMeasure {

    @Override
    MeasureState next() {
        return MeasureState.IMPOSED;
    }

    @Override
    Measure become(Measures measures, long measure, String why, Installation installation) {
        return measures.impose(measure, why, installation.standing().actor());
    }
}
