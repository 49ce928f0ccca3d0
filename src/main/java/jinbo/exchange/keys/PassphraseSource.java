package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import jinbo.platform.error.ErrorMessage;

/**
 * Supplies the one passphrase of all secret keys: from the configured file, or else from the environment, or else from
 * the terminal. The terminal prompts once, and only if a key needs the passphrase. The passphrase is never taken from
 * the command line, which all users of the machine can see.
 */
public final class PassphraseSource implements AutoCloseable {

    private final Optional<Path> file;
    private final Supplier<Optional<String>> environment;
    private final Prompt prompt;
    private final ErrorMessage remedy;
    private Optional<Passphrase> remembered = Optional.empty();

    /** @param remedy a clause that says how to provide a missing passphrase */
    public PassphraseSource(
            Optional<Path> file, Supplier<Optional<String>> environment, Prompt prompt, ErrorMessage remedy) {
        this.file = file;
        this.environment = environment;
        this.prompt = prompt;
        this.remedy = remedy;
    }

    public static PassphraseSource none() {
        return new PassphraseSource(
                Optional.empty(), Optional::empty, Prompt.NONE, ErrorMessage.of(KeysError.TAKE_PASSPHRASE_OFF));
    }

    /**
     * The passphrase from file or environment, which protects new keys.
     *
     * @throws KeysException if the file holds no passphrase
     */
    public synchronized Optional<Passphrase> configured() throws IOException {
        if (remembered.isEmpty()) {
            remembered = file.isPresent()
                    ? Optional.of(Passphrase.read(file.get()))
                    : environment.get().filter(set -> !set.isEmpty()).map(set -> Passphrase.of(set.toCharArray()));
        }
        return remembered;
    }

    /** @throws KeysException if it is missing and there is no terminal */
    public synchronized Passphrase of(Path key) throws IOException {
        if (configured().isEmpty()) {
            remembered =
                    prompt.ask(key.toString()).filter(typed -> typed.length > 0).map(Passphrase::of);
        }
        return remembered.orElseThrow(() -> new KeysException(KeysError.PASSPHRASE_MISSING, key, remedy));
    }

    /** Forgets a wrong or replaced passphrase, so that the next key prompts again. */
    public synchronized void forget() {
        remembered.ifPresent(Passphrase::close);
        remembered = Optional.empty();
    }

    @Override
    public void close() {
        forget();
    }
}
