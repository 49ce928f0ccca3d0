package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code insurer ...}: who takes part. */
@Command(
        name = "insurer",
        subcommands = {
            AddInsurer.class,
            ShowInsurer.class,
            ListInsurers.class,
            DescribeInsurer.class,
            AddLineToInsurer.class,
            EndLineOfInsurer.class,
            RecordAgreements.class,
            PinHostKey.class,
            UnpinHostKey.class,
            SuspendInsurer.class,
            ResumeInsurer.class,
            LapseAgreements.class,
            LeaveExchange.class,
            SucceedInsurer.class
        })
final class InsurerCommands {}
