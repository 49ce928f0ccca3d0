package jinbo.exchange.keys;

import java.util.Optional;

/** Asks a person at the terminal for a secret. */
@FunctionalInterface
public interface Prompt {

    Prompt NONE = what -> Optional.empty();

    /** @return the input; empty if there is no terminal */
    Optional<char[]> ask(String what);
}
