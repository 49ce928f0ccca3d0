package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer agree}: records since when an insurer is bound by the two agreements. */
@Command(name = "agree")
final class RecordAgreements implements RequiresSecondPerson {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--self-discipline", paramLabel = "DATE", required = true)
    private LocalDate selfDiscipline = LocalDate.MAX;

    @Option(names = "--confidentiality", paramLabel = "DATE", required = true)
    private LocalDate confidentiality = LocalDate.MAX;

    @Mixin
    private ReasonOption why = new ReasonOption();

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
        requireBegun(installation);
        installation.get(Insurers.class).get(code);
        return Outline.of("insurer-agree", code, selfDiscipline, confidentiality);
    }

    @Override
    public Answer answer(Installation installation) {
        requireBegun(installation);
        return InsurerSheet.of(
                installation.get(Insurers.class).agree(code, selfDiscipline, confidentiality, installation.now()),
                installation);
    }

    private void requireBegun(Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        if (selfDiscipline.isAfter(today) || confidentiality.isAfter(today)) {
            throw new CliException(CliError.AGREEMENT_AHEAD, code.value(), today);
        }
    }
}
