package jinbo.operator.cli;

import picocli.CommandLine.Command;

/** {@code person ...}: who acts for the association. */
@Command(
        name = "person",
        subcommands = {
            AddPerson.class,
            ListPeople.class,
            RecordConfidentiality.class,
            SetOwnPassword.class,
            RevokePerson.class
        })
final class PersonCommands {}
