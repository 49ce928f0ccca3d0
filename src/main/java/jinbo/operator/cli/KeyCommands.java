package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code key ...}: insurers' certificates and the association's own keys. */
@Command(
        name = "key",
        subcommands = {ProtectOwnKeys.class})
final class KeyCommands {}
