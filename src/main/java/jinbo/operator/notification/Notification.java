package jinbo.operator.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that people are told. It holds no phone number, no name of a person and no secret.
 *
 * @param id the same whenever the same is sent again, so that a receiver can tell
 * @param kind whether something begins or is over
 * @param code what kind of thing, the same in every language
 * @param insurer the code of the insurer that it is about, if it is about one
 * @param detail a date, a count or names that belong to it
 * @param sentence what is the matter and what to do, in the language of the settings
 */
public record Notification(
        String id,
        Kind kind,
        String code,
        Optional<String> insurer,
        Optional<String> level,
        Optional<String> detail,
        String sentence,
        Instant at) {

    public enum Kind {
        NEW,
        OVER
    }

    /** A few words that are the same in every language. */
    String title() {
        return kind + " " + code + insurer.map(" "::concat).orElse("")
                + level.map(" "::concat).orElse("");
    }
}
