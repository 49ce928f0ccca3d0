package jinbo.operator.cli;

import jinbo.participant.insurer.UnitCode;
import picocli.CommandLine.ITypeConverter;

/** Reads a sales unit's code from the command line. */
final class UnitCodes implements ITypeConverter<UnitCode> {

    @Override
    public UnitCode convert(String typed) {
        return new UnitCode(typed);
    }
}
