package jinbo.consumer;

import java.time.LocalDate;

/**
 * A message whose link somebody has opened.
 *
 * @param expiresOn the first day after the block
 */
record Reminder(RegistrationReference reference, LocalDate expiresOn, boolean isUsed) {

    boolean isOver(LocalDate today) {
        return !expiresOn.isAfter(today);
    }
}
