package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code person ...}: who acts for the association. */
@Command(name = "person", subcommands = SetOwnPassword.class)
final class PersonCommands {}
