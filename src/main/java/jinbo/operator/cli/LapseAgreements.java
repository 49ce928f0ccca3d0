package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer lapse}: the agreements of an insurer end, and with them its lists. */
@Command(name = "lapse")
final class LapseAgreements implements RequiresSecondPerson {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--on", paramLabel = "DATE", required = true)
    private LocalDate on = LocalDate.MAX;

    @Mixin
    private RequiredReasonOption why = new RequiredReasonOption();

    @Override
    public Duty duty() {
        return Duty.RECORD_AGREEMENTS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Outline outline(Installation installation) {
        why.given();
        installation.get(EndParticipation.class).requireEnd(code, on);
        return Outline.of("insurer-lapse", code, on);
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(
                installation
                        .get(EndParticipation.class)
                        .lapse(code, on, why.given().text(), installation.now()),
                installation);
    }
}
