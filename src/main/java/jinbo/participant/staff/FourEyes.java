package jinbo.participant.staff;

import jinbo.platform.home.DatabaseKind;
import org.springframework.stereotype.Component;

/** Decides whether operations that require a second person really need one (rule 9). */
@Component
public record FourEyes(Persons persons, DatabaseKind database) {

    private static final int TWO = 2;

    /** False only on the home's own database, until there are two people; then it remains true. */
    public boolean areRequired() {
        return areRequired(persons.count());
    }

    /** The same for one duty. */
    public boolean areRequiredFor(Duty duty) {
        return areRequiredFor(duty, persons.count());
    }

    public boolean hasTooFewPeople() {
        return persons.count() < TWO;
    }

    boolean areRequired(int people) {
        return database == DatabaseKind.SHARED || people >= TWO;
    }

    /** The only exception is that the first person may add the second person alone. */
    boolean areRequiredFor(Duty duty, int people) {
        return duty.requiresSecondPerson() && areRequired(people) && !(duty == Duty.ADMIT_PEOPLE && people < TWO);
    }
}
