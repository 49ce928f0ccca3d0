package jinbo.command;

import picocli.CommandLine.Command;

/** {@code case ...}: consumers' complaints about calls. */
@Command(
        name = "case",
        subcommands = {ListCases.class, ReportCases.class, ShowCase.class})
final class CaseCommands {}
