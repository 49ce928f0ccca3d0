package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code unit ...}: who calls for insurers. */
@Command(
        name = "unit",
        subcommands = {AddUnit.class, RecordUnitAgreement.class, CloseUnit.class, ListUnits.class})
final class UnitCommands {}
