package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code measure ...}: what follows from upheld cases. */
@Command(
        name = "measure",
        subcommands = {ListSanctions.class, ImposeSanction.class, RefuseSanction.class, LiftSanction.class})
final class SanctionCommands {}
