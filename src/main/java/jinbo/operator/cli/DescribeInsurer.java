package jinbo.operator.cli;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer describe}: by which service number consumers know an insurer. */
@Command(name = "describe")
final class DescribeInsurer implements Task {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--service-number", paramLabel = "DIGITS", required = true)
    private ServiceNumber serviceNumber = new ServiceNumber("000");

    @Override
    public Duty duty() {
        return Duty.KEEP_UNITS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(installation.get(Insurers.class).describe(code, serviceNumber), installation);
    }
}
