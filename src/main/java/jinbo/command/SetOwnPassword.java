package jinbo.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.person.ConsolePasswords;
import jinbo.person.Duty;
import jinbo.person.NotProvenException;
import jinbo.person.PersonName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code person password}: by what whoever acts signs in at the console; asked for, or read from a file. */
@Command(name = "password")
final class SetOwnPassword implements AsksAtTheTerminal {

    @Option(names = "--password-file", paramLabel = "FILE")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--forget")
    private boolean forget;

    private String typed = "";

    @Override
    public void check() {
        if (forget && file.isPresent()) {
            throw new WrongUse("wrong.password-forgotten");
        }
    }

    @Override
    public void ask(Terminal terminal, Texts texts) {
        if (!forget && file.isEmpty()) {
            typed = terminal.ask(texts.of("ask.own-password")).orElse("");
        }
    }

    @Override
    public Duty duty() {
        return Duty.KEEP_OWN_PASSWORD;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        if (installation.standing().people() == 0) {
            throw NotProvenException.nobodyHasAName();
        }
        PersonName person = new PersonName(installation.standing().actor().name());
        ConsolePasswords passwords = installation.get(ConsolePasswords.class);
        if (forget) {
            return new OwnPasswordKept(person, false, passwords.forget(person));
        }
        String password = file.isPresent() ? passwords.in(file.get()) : typed;
        return new OwnPasswordKept(person, true, passwords.set(person, password));
    }

    /**
     * The answer.
     *
     * @param person whose it is
     * @param kept whether there is one now
     * @param replaced whether there was one before
     */
    record OwnPasswordKept(PersonName person, boolean kept, boolean replaced) implements Answer {
        @Override
        public void tell(Page page) {
            page.say(
                    kept ? "person.password-kept" : replaced ? "person.password-forgotten" : "person.no-password",
                    person);
        }
    }
}
