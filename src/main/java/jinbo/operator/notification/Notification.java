package jinbo.operator.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * A message about an alert to people, without phone number, name of a person or secret.
 *
 * @param id the same id if the message is sent again, so that receivers can detect duplicates
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
