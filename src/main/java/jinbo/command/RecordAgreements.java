package jinbo.command;

import java.time.LocalDate;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.workday.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer agree}: records since when an insurer is bound by the two agreements. */
@Command(name = "agree")
final class RecordAgreements implements Task {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--self-discipline", paramLabel = "DATE", required = true)
    private LocalDate selfDiscipline = LocalDate.MAX;

    @Option(names = "--confidentiality", paramLabel = "DATE", required = true)
    private LocalDate confidentiality = LocalDate.MAX;

    @Override
    public Answer answer(Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        if (selfDiscipline.isAfter(today) || confidentiality.isAfter(today)) {
            throw new AgreementAheadException(code, today);
        }
        return InsurerSheet.of(
                installation.get(Insurers.class).agree(code, selfDiscipline, confidentiality), installation);
    }
}
