package jinbo.operator.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Reads the SHA-256 of evidence from the command line. */
final class EvidenceSums implements ITypeConverter<String> {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    @Override
    public String convert(String typed) {
        if (!SHAPE.matcher(typed).matches()) {
            throw new IllegalArgumentException("no SHA-256");
        }
        return typed;
    }
}
