package jinbo.exchange.keys;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where passphrases come from besides a file: from the environment, or from a person at the terminal.
 *
 * @param environment finds the value of an environment variable
 * @param prompt asks for the passphrase of the given key file
 * @param promptForNew asks for a new passphrase; its argument says which one
 */
public record PassphraseInput(Function<String, Optional<String>> environment, Prompt prompt, Prompt promptForNew) {

    public static PassphraseInput ofEnvironment() {
        return new PassphraseInput(name -> Optional.ofNullable(System.getenv(name)), Prompt.NONE, Prompt.NONE);
    }

    @Override
    public String toString() {
        return "PassphraseInput";
    }
}
