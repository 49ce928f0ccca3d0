package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code key ...}: insurers' certificates and the association's own keys. */
@Command(
        name = "key",
        subcommands = {
            AddKey.class,
            RevokeKey.class,
            ListWaitingKeys.class,
            AcceptKey.class,
            RefuseKey.class,
            ListKeys.class,
            RenewKey.class,
            RetireKey.class,
            ExportKey.class,
            ShowCryptoPolicy.class,
            ProtectOwnKeys.class,
            ShowSshIdentity.class
        })
final class KeyCommands {}
