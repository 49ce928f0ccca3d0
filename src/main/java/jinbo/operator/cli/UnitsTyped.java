package jinbo.operator.cli;

import java.util.ArrayList;
import java.util.List;
import jinbo.participant.insurer.UnitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The option that names the sales units which have the list. */
final class UnitsTyped {

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "acknowledged-unit", converter = Reader.class)
    private List<UnitCode> units = new ArrayList<>();

    UnitsTyped() {}

    List<UnitCode> units() {
        return List.copyOf(units);
    }

    /** Reads a unit's code from the command line. */
    static final class Reader implements ITypeConverter<UnitCode> {
        @Override
        public UnitCode convert(String typed) {
            return new UnitCode(typed);
        }
    }
}
