package jinbo.operator.cli;

import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import picocli.CommandLine.Parameters;

/** The parameters of commands that are about one sales unit: for whom it calls, and its own code. */
final class NamedUnit {

    @Parameters(index = "0", paramLabel = "INSURER", descriptionKey = "CODE")
    private InsurerCode insurer = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "UNIT", descriptionKey = "UNIT")
    private UnitCode code = new UnitCode("NONE");

    NamedUnit() {}

    InsurerCode insurer() {
        return insurer;
    }

    UnitCode code() {
        return code;
    }
}
