package jinbo.participant.staff;

import java.util.List;

/** Key officers say who acts, two at a time: so the first two people are key officers, and there are never fewer again. */
final class KeyOfficerQuorum {

    private static final int ENOUGH = 2;

    private KeyOfficerQuorum() {}

    /** @param before how many people there are already */
    static void requireToAdd(Role role, int before) {
        if (before < ENOUGH && role != Role.KEY_OFFICER) {
            throw new PersonException.TooFewKeyOfficers("The first two people are key officers, because it takes two of"
                    + " them to add anybody else: --role KEY_OFFICER");
        }
    }

    /** Whether enough of all people are left when one of them goes. */
    static void requireToRemove(Person leaving, List<Person> all) {
        long left = all.stream()
                .filter(person -> person.isActive() && person.role() == Role.KEY_OFFICER)
                .filter(person -> !person.name().equals(leaving.name()))
                .count();
        if (leaving.role() == Role.KEY_OFFICER && left < ENOUGH) {
            throw new PersonException.TooFewKeyOfficers("Without " + leaving.name()
                    + " there would be fewer than two key officers, and nobody could be added any more; add a successor"
                    + " first: person add NAME --full-name TEXT --role KEY_OFFICER --ssh-key FILE");
        }
    }
}
