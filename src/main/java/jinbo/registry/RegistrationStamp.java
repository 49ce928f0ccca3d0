package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where and when an act was registered: what is the same for all acts of a batch.
 *
 * @param batch the batch's id
 * @param revision the batch's gapless number
 * @param at time of receipt, of the release of a held file, or of the consumer's word
 * @param on that instant's date in Beijing
 */
public record RegistrationStamp(long batch, long revision, Instant at, LocalDate on) {}
