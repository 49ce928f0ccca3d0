package jinbo.command;

import picocli.CommandLine.Command;

/** {@code insurer ...}: who takes part. */
@Command(
        name = "insurer",
        subcommands = {
            AddInsurer.class,
            ShowInsurer.class,
            ListInsurers.class,
            RecordAgreements.class,
            PinHostKey.class,
            SuspendInsurer.class,
            ResumeInsurer.class
        })
final class InsurerCommands {}
