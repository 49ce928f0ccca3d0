package jinbo.batch.remind;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run of {@code remind-consumers} did.
 *
 * @param endingBy holders of blocks that have ended by this day were to be told
 * @param sent how many messages were sent
 * @param problem why the rest was left, if it was
 */
public record RemindReport(LocalDate endingBy, long sent, Optional<String> problem) {}
