package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code drop ...}: whether an insurer's drop does what the exchange needs, and how we get in. */
@Command(
        name = "drop",
        subcommands = {SetDropPassword.class})
final class DropCommands {}
