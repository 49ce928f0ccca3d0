package jinbo.registry;

record RegistryPeriod(RegistryMoment before, RegistryMoment after) {}
