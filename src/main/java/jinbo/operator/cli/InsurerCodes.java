package jinbo.operator.cli;

import jinbo.participant.insurer.InsurerCode;
import picocli.CommandLine.ITypeConverter;

/** Reads an insurer's code from the command line. */
final class InsurerCodes implements ITypeConverter<InsurerCode> {

    @Override
    public InsurerCode convert(String typed) {
        return new InsurerCode(typed);
    }
}
