package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import jinbo.platform.files.ProcessUser;

/** Who makes an access: a person, possibly with a second person, or the program; and the operating system's user. */
public record Actor(String name, ActorRole role, String operatingSystemUser, Optional<String> confirmedBy) {

    /** An operator without a second person. */
    public Actor(String name, String operatingSystemUser) {
        this(name, ActorRole.OPERATOR, operatingSystemUser, Optional.empty());
    }

    public static Actor batch() {
        return new Actor("batch", ActorRole.BATCH, ProcessUser.name(), Optional.empty());
    }

    public static Actor consumer() {
        return new Actor("consumer", ActorRole.CONSUMER, ProcessUser.name(), Optional.empty());
    }

    /** A person at the command line who is not registered or authenticated, known by the operating system's user. */
    public static Actor commandLine() {
        return commandLine(ProcessUser.name());
    }

    public static Actor person(String name, ActorRole role) {
        return new Actor(name, role, ProcessUser.name(), Optional.empty());
    }

    public static Actor commandLine(String user) {
        return new Actor(user, user);
    }

    /** Returns the same actor with another user of the operating system. */
    public Actor of(String user) {
        return new Actor(name, role, user, confirmedBy);
    }

    public Actor confirmedBy(String second) {
        return new Actor(name, role, operatingSystemUser, Optional.of(second));
    }

    /** The accountable person and the second person, if any. */
    public List<String> names() {
        return confirmedBy.map(second -> List.of(name, second)).orElseGet(() -> List.of(name));
    }

    /** The names in one field. */
    public String toDisplayName() {
        return confirmedBy.map(second -> name + ", confirmed by " + second).orElse(name);
    }
}
