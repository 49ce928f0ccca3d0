package jinbo.consumer;

import java.time.LocalDate;

/**
 * A message whose link somebody has opened.
 *
 * @param reference of the choice that it was about
 * @param expiresOn the first day after the block
 * @param isUsed whether the link was used
 */
record Reminder(RegistrationReference reference, LocalDate expiresOn, boolean isUsed) {

    /** Whether nobody is reminded of it any more. */
    boolean isOver(LocalDate today) {
        return !expiresOn.isAfter(today);
    }
}
