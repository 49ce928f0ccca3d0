package jinbo.operator.audit;

import picocli.CommandLine.Command;

/** {@code audit ...}: of it, what needs no home. */
@Command(name = "audit", subcommands = VerifyAuditTrail.class)
public final class AuditCommands {}
