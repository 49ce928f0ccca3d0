package jinbo.operator.key;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.Passphrase;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.ProtectKeys;
import jinbo.operator.key.KeyOperations.ProtectOwnKeys;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;

/** Sets, changes or removes the passphrase of the association's own keys. */
@OperationHandlers
record ProtectionHandlers(
        ProtectKeys protection, AssociationKeys keys, PassphraseSource passphrases, PassphraseInput input) {

    private static final String NEW_PASSPHRASE = "JINBO_NEW_PASSPHRASE";

    record KeysProtected(List<String> files, boolean passphrase) {

        @Derived
        String outcome() {
            return files.isEmpty() ? "HAD_NONE" : passphrase ? "PROTECTED" : "OPEN";
        }

        @Derived
        Optional<String> next() {
            return files.isEmpty() ? Optional.empty() : Optional.of(outcome());
        }
    }

    @Handles
    KeysProtected protect(ProtectOwnKeys wanted) throws IOException {
        boolean before = protection.areProtected();
        if (before) {
            // reports a wrong passphrase before prompting for a new one
            keys.requireOpen();
        }
        if (wanted.remove()) {
            return new KeysProtected(before ? protection.removePassphrase() : List.of(), false);
        }
        try (Passphrase next = next(wanted, before)) {
            next.requireStrong();
            return new KeysProtected(protection.with(next), true);
        }
    }

    /** The new passphrase; for unprotected keys the configured one, if any, because all commands will use that. */
    private Passphrase next(ProtectOwnKeys wanted, boolean before) throws IOException {
        if (wanted.newPassphraseFile().isPresent()) {
            return Passphrase.read(wanted.newPassphraseFile().get().path());
        }
        Optional<String> variable = input.environment().apply(NEW_PASSPHRASE).filter(set -> !set.isEmpty());
        if (variable.isPresent()) {
            return Passphrase.of(variable.get().toCharArray());
        }
        Optional<Passphrase> configured = before ? Optional.empty() : passphrases.configured();
        return configured.isPresent() ? configured.get() : typedTwice();
    }

    private Passphrase typedTwice() {
        Passphrase first = typed("prompt.new-passphrase");
        try (Passphrase second = typed("prompt.new-passphrase-again")) {
            if (first.isSameAs(second)) {
                return first;
            }
            first.close();
            throw new KeysException(KeysError.PASSPHRASES_DIFFER);
        }
    }

    private Passphrase typed(String question) {
        return input.promptForNew()
                .ask(question)
                .map(Passphrase::of)
                .orElseThrow(() -> new KeysException(KeysError.NEW_PASSPHRASE_MISSING, NEW_PASSPHRASE));
    }
}
