package jinbo.operator.cli;

import java.util.List;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.Persons;
import picocli.CommandLine.Command;

/** {@code person list}: who acts, and who did. */
@Command(name = "list")
final class ListPeople implements Task {

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        return new People(installation.get(Persons.class).all().stream()
                .map(PersonSheet::of)
                .toList());
    }

    /**
     * The answer.
     *
     * @param people in order of arrival
     */
    record People(List<PersonSheet> people) implements Answer {
        @Override
        public void tell(Page page) {
            if (people.isEmpty()) {
                page.say("people.none");
                return;
            }
            PersonSheet.tell(page, people);
        }
    }
}
