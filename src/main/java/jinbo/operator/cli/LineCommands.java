package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code line ...}: lines of business, which calls can sell. */
@Command(
        name = "line",
        subcommands = {AddBusinessLine.class, ListBusinessLines.class, CloseBusinessLine.class})
final class LineCommands {}
