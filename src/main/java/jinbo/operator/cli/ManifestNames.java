package jinbo.operator.cli;

import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which list of which insurer is meant, {@code YUNHE:7}, from the command line. */
final class ManifestNames implements ITypeConverter<ManifestFileName> {

    @Override
    public ManifestFileName convert(String typed) {
        int colon = typed.indexOf(':');
        if (colon < 0) {
            throw new TypeConversionException("no colon");
        }
        return new ManifestFileName(
                new InsurerCode(typed.substring(0, colon)), Integer.parseInt(typed.substring(colon + 1)));
    }
}
