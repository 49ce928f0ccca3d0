package jinbo.registry;

/**
 * From one moment of the registry to a later one.
 *
 * @param before the earlier one
 * @param after the later one
 */
record RegistryPeriod(RegistryMoment before, RegistryMoment after) {}
