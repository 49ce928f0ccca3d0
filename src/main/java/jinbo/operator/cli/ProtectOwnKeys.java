package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.Passphrase;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.ProtectKeys;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code key protect}: puts the association's secret keys under a passphrase, under another one, or under none. No passphrase is
 * ever an argument, which all users of the machine can see.
 */
@Command(name = "protect")
final class ProtectOwnKeys implements Task {

    static final String NEW_PASSPHRASE = "JINBO_NEW_PASSPHRASE";

    @Option(names = "--new-passphrase-file", paramLabel = "FILE")
    private Optional<Path> newFile = Optional.empty();

    @Option(names = "--remove")
    private boolean remove;

    @Override
    public void check() {
        if (remove && newFile.isPresent()) {
            throw new UsageException("wrong.protect");
        }
    }

    @Override
    public Duty duty() {
        return Duty.PROTECT_KEYS;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        ProtectKeys keys = installation.get(ProtectKeys.class);
        boolean before = keys.areProtected();
        if (before) {
            // a wrong one is told before a new one is asked for
            installation.get(AssociationKeys.class).requireOpen();
        }
        if (remove) {
            return new Protected(before ? keys.removePassphrase() : List.of(), false);
        }
        try (Passphrase next = next(installation, before)) {
            next.requireStrong();
            return new Protected(keys.with(next), true);
        }
    }

    /** Keys that have none get the one that is set already, which all commands will use. */
    private Passphrase next(Installation installation, boolean before) throws IOException {
        if (newFile.isPresent()) {
            return Passphrase.read(newFile.get());
        }
        PassphraseInput input = installation.get(PassphraseInput.class);
        Optional<String> variable = input.environment().apply(NEW_PASSPHRASE).filter(set -> !set.isEmpty());
        if (variable.isPresent()) {
            return Passphrase.of(variable.get().toCharArray());
        }
        Optional<Passphrase> configured = before
                ? Optional.empty()
                : installation.get(PassphraseSource.class).configured();
        return configured.isPresent() ? configured.get() : typedTwice(input);
    }

    private static Passphrase typedTwice(PassphraseInput input) {
        Passphrase first = typed(input, "prompt.new-passphrase");
        try (Passphrase second = typed(input, "prompt.new-passphrase-again")) {
            if (first.isSameAs(second)) {
                return first;
            }
            first.close();
            throw new KeysException(KeysError.PASSPHRASES_DIFFER);
        }
    }

    private static Passphrase typed(PassphraseInput input, String question) {
        return input.promptForNew()
                .ask(question)
                .map(Passphrase::of)
                .orElseThrow(() -> new KeysException(KeysError.NEW_PASSPHRASE_MISSING, NEW_PASSPHRASE));
    }

    /**
     * The answer.
     *
     * @param files that were written anew
     * @param passphrase whether they have one now
     */
    record Protected(List<String> files, boolean passphrase) implements Answer {
        @Override
        public void tell(Page page) {
            if (files.isEmpty()) {
                page.say("key.protect.had-none");
                return;
            }
            page.say(passphrase ? "key.protect.done" : "key.protect.removed", String.join(", ", files));
            page.say(passphrase ? "key.protect.then" : "key.protect.open");
        }
    }
}
