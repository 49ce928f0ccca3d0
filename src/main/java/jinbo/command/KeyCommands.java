package jinbo.command;

import picocli.CommandLine.Command;

/** {@code key ...}: insurers' certificates and the association's own keys. */
@Command(
        name = "key",
        subcommands = {AddKey.class, ListKeys.class, ExportKey.class, ShowSshIdentity.class})
final class KeyCommands {}
