package jinbo.operator.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * A message to people. It contains no phone number, no name of a person and no secret.
 *
 * @param id the same if the message is sent again, so that receivers detect duplicates
 * @param code the kind of alert, the same in every language
 * @param insurer its code
 * @param detail a date, a count or names
 * @param sentence what is wrong and what to do, in the configured language
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

    /** A short title that is the same in every language. */
    String title() {
        return kind + " " + code + insurer.map(" "::concat).orElse("")
                + level.map(" "::concat).orElse("");
    }
}
