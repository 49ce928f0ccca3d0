package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import jinbo.platform.files.ProcessUser;

/**
 * Who acts: a person or the batch, and the operating system's user under which the program runs.
 *
 * @param name the name that is accountable, for example {@code batch}
 * @param confirmedBy the name of the second person, where it took two
 */
public record Actor(String name, ActorRole role, String operatingSystemUser, Optional<String> confirmedBy) {

    /** An operator who acts alone. */
    public Actor(String name, String operatingSystemUser) {
        this(name, ActorRole.OPERATOR, operatingSystemUser, Optional.empty());
    }

    public static Actor batch() {
        return new Actor("batch", ActorRole.BATCH, ProcessUser.name(), Optional.empty());
    }

    /** The holder of a number, who has no name here. */
    public static Actor consumer() {
        return new Actor("consumer", ActorRole.CONSUMER, ProcessUser.name(), Optional.empty());
    }

    /**
     * Whoever typed a command where no person is registered, or has not proven who it is: known by the operating
     * system's user. An entry about the latter says whom somebody claimed to be.
     */
    public static Actor commandLine() {
        return commandLine(ProcessUser.name());
    }

    public static Actor person(String name, ActorRole role) {
        return new Actor(name, role, ProcessUser.name(), Optional.empty());
    }

    /** The same of another user than the program's. */
    public static Actor commandLine(String user) {
        return new Actor(user, user);
    }

    /** The same, for whom another process of this machine has asked. */
    public Actor of(String user) {
        return new Actor(name, role, user, confirmedBy);
    }

    /** The same, on a second person's confirmation. */
    public Actor confirmedBy(String second) {
        return new Actor(name, role, operatingSystemUser, Optional.of(second));
    }

    /** The name that is accountable and, where it took two, the second person's. */
    public List<String> names() {
        return confirmedBy.map(second -> List.of(name, second)).orElseGet(() -> List.of(name));
    }

    /** The names, for a record that has one field for them. */
    public String toDisplayName() {
        return confirmedBy.map(second -> name + ", confirmed by " + second).orElse(name);
    }
}
