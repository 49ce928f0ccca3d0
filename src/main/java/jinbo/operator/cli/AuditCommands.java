package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code audit ...}: of it, what needs no home. */
@Command(name = "audit", subcommands = VerifyAuditTrail.class)
final class AuditCommands {}
