package jinbo.accesslog.tlog;

import java.util.Optional;

/**
 * What was accessed and why, as an entry tells it. Plain words: which there are is for the writer of the log to say.
 *
 * @param action what was done
 * @param purpose why
 * @param insurer whose data or list it was
 * @param object name of the file or list
 */
public record EntryAccess(String action, String purpose, Optional<String> insurer, Optional<String> object) {

    /** @throws IllegalArgumentException if a text is empty or has a lone surrogate */
    public EntryAccess {
        EntryLimits.text("action", action);
        EntryLimits.text("purpose", purpose);
        insurer.ifPresent(code -> EntryLimits.text("insurer", code));
        object.ifPresent(name -> EntryLimits.text("object", name));
    }
}
