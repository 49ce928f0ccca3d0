package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code held ...}: files that wait for an operator. */
@Command(
        name = "held",
        subcommands = {ListHeld.class, ShowHeld.class, ReleaseHeld.class, RefuseHeld.class})
final class HeldCommands {}
