package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code audit ...}: who saw which data. */
@Command(
        name = "audit",
        subcommands = {
            SearchAuditTrail.class,
            ReportAccesses.class,
            VerifyAuditTrail.class,
            ExportLog.class,
            ProveEntry.class,
            ShowLogKey.class,
            CheckAccessLog.class,
            AcceptAlarms.class
        })
final class AuditCommands {}
