package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code calendar ...}: the working days. */
@Command(name = "calendar", subcommands = ImportCalendar.class)
final class CalendarCommands {}
