package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code sanction ...}: what follows from upheld cases. */
@Command(
        name = "sanction",
        subcommands = {ListSanctions.class, ImposeSanction.class, RefuseSanction.class, LiftSanction.class})
final class SanctionCommands {}
