package jinbo.participant.staff;

import jinbo.platform.home.DatabaseKind;
import org.springframework.stereotype.Component;

/** Whether what takes two people (rule 9) is asked for by one and confirmed by another. */
@Component
public record FourEyes(Persons persons, DatabaseKind database) {

    private static final int TWO = 2;

    /** Off only over the home's own database, until there are two people; then on for good, whoever leaves. */
    public boolean areRequired() {
        return areRequired(persons.count());
    }

    /** Whether there are fewer people than a decision takes. */
    public boolean hasTooFewPeople() {
        return persons.count() < TWO;
    }

    boolean areRequired(int people) {
        return database == DatabaseKind.SHARED || people >= TWO;
    }

    /** Whether a decision takes a second person; that there will be two people, the first one says alone. */
    boolean areRequiredFor(Duty duty, int people) {
        return duty.requiresSecondPerson() && areRequired(people) && !(duty == Duty.ADMIT_PEOPLE && people < TWO);
    }
}
