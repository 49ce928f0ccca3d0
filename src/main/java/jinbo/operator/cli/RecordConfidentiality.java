package jinbo.operator.cli;

import java.time.LocalDate;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code person agree}: records since when a person is bound by a confidentiality agreement. */
@Command(name = "agree")
final class RecordConfidentiality implements RequiresSecondPerson {

    @Parameters(paramLabel = "PERSON", descriptionKey = "PERSON")
    private PersonName name = new PersonName("nobody");

    @Option(names = "--confidentiality", paramLabel = "DATE", required = true)
    private LocalDate since = LocalDate.MAX;

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public Duty duty() {
        return Duty.ADMIT_PEOPLE;
    }

    @Override
    public Outline outline(Installation installation) {
        requireBegun(installation);
        return Outline.of(
                "person-agree",
                installation.get(Persons.class).requireActive(name).name(),
                since);
    }

    @Override
    public Answer answer(Installation installation) {
        requireBegun(installation);
        return PersonSheet.of(installation
                .get(Persons.class)
                .agree(name, since, installation.standing().actor(), installation.now()));
    }

    private void requireBegun(Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        if (since.isAfter(today)) {
            throw new CliException(CliError.AGREEMENT_AHEAD, name.value(), today);
        }
    }
}
