package jinbo.operator.person;

import jinbo.participant.operation.Derived;
import jinbo.participant.staff.PersonName;

/**
 * The password by which a person signs in at the console.
 *
 * @param person whose it is
 * @param kept whether there is one now
 * @param replaced whether there was one before
 */
record OwnPasswordKept(PersonName person, boolean kept, boolean replaced) {

    @Derived
    String outcome() {
        return kept ? "KEPT" : replaced ? "FORGOTTEN" : "NONE";
    }
}
