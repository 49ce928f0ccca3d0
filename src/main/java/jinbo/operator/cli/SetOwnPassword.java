package jinbo.operator.cli;

import java.io.IOException;
import jinbo.participant.staff.ConsolePasswords;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.NotProvenError;
import jinbo.participant.staff.NotProvenException;
import jinbo.participant.staff.PersonName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code person password}: by what whoever acts signs in at the console; asked for, or read from a file. */
@Command(name = "password")
final class SetOwnPassword implements InteractiveTask {

    @Mixin
    private TypedPassword password = new TypedPassword();

    @Override
    public void check() {
        password.check();
    }

    @Override
    public void ask(Terminal terminal, Texts texts) {
        password.ask(terminal, texts.of("ask.own-password"));
    }

    @Override
    public Duty duty() {
        return Duty.KEEP_OWN_PASSWORD;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        if (installation.standing().people() == 0) {
            throw new NotProvenException(NotProvenError.NOBODY_HAS_PASSWORD);
        }
        PersonName person = new PersonName(installation.standing().actor().name());
        ConsolePasswords passwords = installation.get(ConsolePasswords.class);
        if (password.isForgotten()) {
            return new OwnPasswordKept(person, false, passwords.forget(person));
        }
        String told = password.file().isPresent() ? passwords.in(password.file().get()) : password.typed();
        return new OwnPasswordKept(person, true, passwords.set(person, told));
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
