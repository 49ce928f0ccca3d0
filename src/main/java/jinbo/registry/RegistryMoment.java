package jinbo.registry;

import java.time.LocalDate;

/** The revision and the Beijing date of a list; blocks that are over on that day are left out. */
public record RegistryMoment(long revision, LocalDate day) {}
