package jinbo.participant.staff;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** A person who has signed in. The session ends when the password is replaced, which changes its edition. */
public record SignedInPerson(String name, UUID passwordEdition) implements Principal, Serializable {

    @Override
    public String getName() {
        return name;
    }
}
