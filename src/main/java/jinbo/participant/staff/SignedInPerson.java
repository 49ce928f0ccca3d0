package jinbo.participant.staff;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * Somebody who has proven by a password who it is.
 *
 * @param passwordEdition of the password: another one ends what was begun with it
 */
public record SignedInPerson(String name, UUID passwordEdition) implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return name;
    }
}
