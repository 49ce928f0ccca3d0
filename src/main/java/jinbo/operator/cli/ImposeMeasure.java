package jinbo.operator.cli;

import jinbo.cases.sanction.Measure;
import jinbo.cases.sanction.MeasureState;
import jinbo.cases.sanction.Measures;
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
