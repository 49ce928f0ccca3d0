package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code case ...}: consumers' complaints about calls. */
@Command(
        name = "case",
        subcommands = {
            ListCases.class,
            ReportCases.class,
            ShowCase.class,
            OpenCase.class,
            AssignCaseTo.class,
            DecideOnCase.class,
            ContestDecision.class,
            WeighCaseEvidence.class
        })
final class CaseCommands {}
