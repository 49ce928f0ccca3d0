package jinbo.operator.cli;

import java.util.Locale;
import jinbo.reference.business.LineCode;
import picocli.CommandLine.ITypeConverter;

/** Reads the code of a line of business from the command line. */
final class LineCodes implements ITypeConverter<LineCode> {

    @Override
    public LineCode convert(String typed) {
        return new LineCode(typed.toUpperCase(Locale.ROOT));
    }
}
