package jinbo.accesslog.tlog;

import java.util.Optional;

/**
 * Who acted, as an entry tells it.
 *
 * @param name who is accountable
 * @param role in which role
 * @param osUser user of the operating system, where there was one
 * @param confirmedBy the second person, where it took two
 */
public record EntryActor(String name, EntryRole role, Optional<String> osUser, Optional<String> confirmedBy) {

    /** @throws IllegalArgumentException if a text is empty or has a lone surrogate */
    public EntryActor {
        EntryLimits.text("actor", name);
        osUser.ifPresent(user -> EntryLimits.text("os_user", user));
        confirmedBy.ifPresent(second -> EntryLimits.text("confirmed_by", second));
    }
}
