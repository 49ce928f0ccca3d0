package jinbo.exchange.keys;

import java.util.Optional;
import java.util.function.Function;

/**
 * What can tell a passphrase besides a file.
 *
 * @param environment finds a variable of the environment; nothing that others can see, as they can arguments
 * @param prompt asks at the terminal for the passphrase of the key whose file it is given
 * @param promptForNew asks at the terminal for a new one, with the question of the name that it is given
 */
public record PassphraseInput(Function<String, Optional<String>> environment, Prompt prompt, Prompt promptForNew) {

    /** The environment of this process, and nobody at the terminal. */
    public static PassphraseInput ofEnvironment() {
        return new PassphraseInput(name -> Optional.ofNullable(System.getenv(name)), Prompt.NONE, Prompt.NONE);
    }

    @Override
    public String toString() {
        return "PassphraseInput";
    }
}
