package jinbo.participant.staff;

import jinbo.platform.home.DatabaseKind;
import org.springframework.stereotype.Component;

/** Decides whether operations take two people (rule 9). */
@Component
public record FourEyes(Persons persons, DatabaseKind database) {

    private static final int TWO = 2;

    /** False only on the home's own database with fewer than two people; once true, it stays true. */
    public boolean areRequired() {
        return areRequired(persons.count());
    }

    public boolean hasTooFewPeople() {
        return persons.count() < TWO;
    }

    boolean areRequired(int people) {
        return database == DatabaseKind.SHARED || people >= TWO;
    }

    /** The first person may add the second one alone. */
    boolean areRequiredFor(Duty duty, int people) {
        return duty.requiresSecondPerson() && areRequired(people) && !(duty == Duty.ADMIT_PEOPLE && people < TWO);
    }
}
