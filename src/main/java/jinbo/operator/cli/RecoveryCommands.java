package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code recovery ...}: what a restore from a back-up has lost. */
@Command(
        name = "recovery",
        subcommands = {ListUnrecordedFiles.class, IngestUnrecordedFiles.class, SettleRecoveryCommand.class})
final class RecoveryCommands {}
