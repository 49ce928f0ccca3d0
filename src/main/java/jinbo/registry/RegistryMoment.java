package jinbo.registry;

import java.time.LocalDate;

/**
 * What a list speaks of.
 *
 * @param day the date in Beijing; blocks that are over on it are left out
 */
public record RegistryMoment(long revision, LocalDate day) {}
