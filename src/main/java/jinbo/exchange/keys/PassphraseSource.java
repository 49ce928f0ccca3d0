package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import jinbo.platform.error.ErrorMessage;

/**
 * The passphrase that secret keys share: from the file that a setting names, else from the environment, else from the person at
 * the terminal, who is asked once and only when a key needs it. Never from a command line, which all users of a machine can see.
 */
public final class PassphraseSource implements AutoCloseable {

    private final Optional<Path> file;
    private final Supplier<Optional<String>> environment;
    private final Prompt prompt;
    private final ErrorMessage remedy;
    private Optional<Passphrase> remembered = Optional.empty();

    /**
     * @param prompt asks; it is given the key's file
     * @param remedy how to tell it, as a half sentence, for where it is not
     */
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
     * What is set without anybody being asked: with that new keys are protected.
     *
     * @throws jinbo.platform.files.OwnerOnlyFile.InsecurePermissionsException if others can read the file
     * @throws KeysException if the file holds none
     */
    public synchronized Optional<Passphrase> configured() throws IOException {
        if (remembered.isEmpty()) {
            remembered = file.isPresent()
                    ? Optional.of(Passphrase.read(file.get()))
                    : environment.get().filter(set -> !set.isEmpty()).map(set -> Passphrase.of(set.toCharArray()));
        }
        return remembered;
    }

    /** @throws KeysException if nothing tells it, and nobody can be asked */
    public synchronized Passphrase of(Path key) throws IOException {
        if (configured().isEmpty()) {
            remembered =
                    prompt.ask(key.toString()).filter(typed -> typed.length > 0).map(Passphrase::of);
        }
        return remembered.orElseThrow(() -> new KeysException(KeysError.PASSPHRASE_MISSING, key, remedy));
    }

    /** Forgets a passphrase that opened nothing, or that holds no more; the next key asks anew. */
    public synchronized void forget() {
        remembered.ifPresent(Passphrase::close);
        remembered = Optional.empty();
    }

    @Override
    public void close() {
        forget();
    }

    @Override
    public String toString() {
        return "KeyPassphrase";
    }
}
