package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code registry ...}: the blocked numbers as a whole. */
@Command(name = "registry", subcommands = CheckRegistry.class)
final class RegistryCommands {}
