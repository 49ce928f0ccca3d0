package jinbo.operator.cli;

import java.io.IOException;
import java.util.Optional;
import jinbo.batch.DropPasswords;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code drop password}: what an insurer's server asks of us beside our key or instead; asked for, or read from a file. */
@Command(name = "password")
final class SetDropPassword implements InteractiveTask {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Mixin
    private TypedPassword password = new TypedPassword();

    @Override
    public void check() {
        password.check();
    }

    @Override
    public void ask(Terminal terminal, Texts texts) {
        password.ask(terminal, texts.of("ask.password", code));
    }

    @Override
    public Duty duty() {
        return Duty.KEEP_PASSWORDS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        if (!(installation.get(Insurers.class).get(code).drop() instanceof DropLocation.Remote)) {
            throw new InsurerException(InsurerError.NO_SERVER_WITH_PASSWORD, code);
        }
        DropPasswords passwords = installation.get(DropPasswords.class);
        if (password.isForgotten()) {
            return new PasswordKept(code, false, passwords.forget(code));
        }
        boolean replaced = passwords.find(code).isPresent();
        passwords.set(
                code, password.file().isPresent() ? passwords.in(password.file().get()) : password.typed());
        return new PasswordKept(code, true, replaced);
    }

    /**
     * The answer.
     *
     * @param insurer whose server it is for
     * @param kept whether there is one now
     * @param replaced whether there was one before
     */
    record PasswordKept(InsurerCode insurer, boolean kept, boolean replaced) implements Answer {
        @Override
        public void tell(Page page) {
            page.say(kept ? "drop.password-kept" : replaced ? "drop.password-forgotten" : "drop.no-password", insurer);
        }
    }
}
