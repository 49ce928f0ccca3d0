package jinbo.operator.audit;

import picocli.CommandLine.Command;

/** The {@code audit} commands that need no home. */
@Command(name = "audit", subcommands = VerifyAuditTrail.class)
public final class AuditCommands {}
