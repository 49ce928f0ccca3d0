package jinbo.registry;

import java.time.LocalDate;

/**
 * The state of the registry that a list shows: the revision and the Beijing date of the list. Blocks that are over on
 * that day are not on the list.
 */
public record RegistryMoment(long revision, LocalDate day) {}
