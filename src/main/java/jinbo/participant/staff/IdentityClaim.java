package jinbo.participant.staff;

import java.nio.file.Path;
import java.util.Optional;

/** Who somebody says to be, and by what it can be proven. */
public sealed interface IdentityClaim {

    /** The name that somebody says to have; it may be anything. */
    Optional<String> name();

    /**
     * By the private key of the registered public one.
     *
     * @param name the short name
     * @param key file of the private SSH key
     */
    record ByKey(Optional<String> name, Optional<Path> key) implements IdentityClaim {}

    /**
     * By having signed in at the console, which whoever makes this has seen.
     *
     * @param person who
     */
    record SignedIn(SignedInPerson person) implements IdentityClaim {

        @Override
        public Optional<String> name() {
            return Optional.of(person.name());
        }
    }
}
