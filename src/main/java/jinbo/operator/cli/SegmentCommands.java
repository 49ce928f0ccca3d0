package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code segments ...}: which numbers are the home region's. */
@Command(name = "segments", subcommands = ImportSegments.class)
final class SegmentCommands {}
