package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code measure ...}: what follows from upheld cases. */
@Command(
        name = "measure",
        subcommands = {ListMeasures.class, ImposeMeasure.class, RefuseMeasure.class, LiftMeasure.class})
final class MeasureCommands {}
