package jinbo.operator.partner;

import java.util.ArrayList;
import java.util.List;
import jinbo.participant.insurer.UnitCode;
import picocli.CommandLine.Option;

/** The option that names the sales units which have the list. */
final class UnitOptions {

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "acknowledged-unit")
    private List<UnitCode> units = new ArrayList<>();

    List<UnitCode> units() {
        return List.copyOf(units);
    }
}
