package jinbo.operator.cli;

import jinbo.exchange.openpgp.Fingerprint;
import picocli.CommandLine.ITypeConverter;

/** Reads the fingerprint of a key from the command line, with or without spaces between its groups. */
final class Fingerprints implements ITypeConverter<Fingerprint> {

    @Override
    public Fingerprint convert(String typed) {
        return Fingerprint.parse(typed);
    }
}
