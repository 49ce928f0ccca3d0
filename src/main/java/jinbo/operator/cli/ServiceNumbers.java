package jinbo.operator.cli;

import jinbo.participant.insurer.ServiceNumber;
import picocli.CommandLine.ITypeConverter;

/** Reads an insurer's service number from the command line. */
final class ServiceNumbers implements ITypeConverter<ServiceNumber> {

    @Override
    public ServiceNumber convert(String typed) {
        return ServiceNumber.read(typed);
    }
}
