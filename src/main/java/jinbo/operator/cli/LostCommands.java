package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code lost ...}: what a restore from a back-up has lost. */
@Command(
        name = "lost",
        subcommands = {ListLost.class, IngestLostFiles.class, SettleLost.class})
final class LostCommands {}
