package jinbo.operator.cli;

import jinbo.batch.Reason;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code person revoke}: somebody acts no longer, for good. */
@Command(name = "revoke")
final class RevokePerson implements RequiresSecondPerson {

    @Parameters(paramLabel = "PERSON", descriptionKey = "PERSON")
    private PersonName name = new PersonName("nobody");

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why")
    private String reason = "";

    @Override
    public Duty duty() {
        return Duty.ADMIT_PEOPLE;
    }

    @Override
    public Outline outline(Installation installation) {
        new Reason(reason);
        Persons persons = installation.get(Persons.class);
        persons.checkRevocation(name);
        return Outline.of("person-revoke", name, persons.get(name).role());
    }

    @Override
    public Answer answer(Installation installation) {
        return PersonSheet.of(installation
                .get(Persons.class)
                .revoke(name, new Reason(reason).text(), installation.standing().actor(), installation.now()));
    }
}
