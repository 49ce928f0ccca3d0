package jinbo.registry;

/** From one moment of the registry to a later one. */
record RegistryPeriod(RegistryMoment before, RegistryMoment after) {}
