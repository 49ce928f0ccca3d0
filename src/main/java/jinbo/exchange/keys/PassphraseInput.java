package jinbo.exchange.keys;

import java.util.Optional;
import java.util.function.Function;

/**
 * The sources of passphrases besides files.
 *
 * @param environment finds an environment variable, which other users cannot see, unlike arguments
 * @param prompt asks at the terminal for the passphrase of the given key file
 * @param promptForNew asks at the terminal for a new passphrase; its argument is the name of the question
 */
public record PassphraseInput(Function<String, Optional<String>> environment, Prompt prompt, Prompt promptForNew) {

    /** The environment of this process without a terminal. */
    public static PassphraseInput ofEnvironment() {
        return new PassphraseInput(name -> Optional.ofNullable(System.getenv(name)), Prompt.NONE, Prompt.NONE);
    }

    @Override
    public String toString() {
        return "PassphraseInput";
    }
}
