package jinbo.operator.cli;

import java.util.ArrayList;
import java.util.List;
import jinbo.participant.insurer.UnitCode;
import picocli.CommandLine.Option;

/** The option that names the sales units which have the list. */
final class UnitsTyped {

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "acknowledged-unit")
    private List<UnitCode> units = new ArrayList<>();

    UnitsTyped() {}

    List<UnitCode> units() {
        return List.copyOf(units);
    }
}
