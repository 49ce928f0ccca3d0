package jinbo.consumer;

import java.time.LocalDate;
import jinbo.accesslog.Subject;

/**
 * A word whose block ends soon, and of which nobody was reminded.
 *
 * @param reference of the word
 * @param subject what stands for its number
 * @param revision of the registry
 * @param expiresOn the first day after the block
 */
record DueReminder(RegistrationReference reference, Subject subject, long revision, LocalDate expiresOn) {

    LocalDate lastDay() {
        return expiresOn.minusDays(1);
    }
}
