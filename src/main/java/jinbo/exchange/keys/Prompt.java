package jinbo.exchange.keys;

import java.util.Optional;

/** Asks whoever sits at the terminal for something that is not shown while it is typed. */
@FunctionalInterface
public interface Prompt {

    /** Where nobody sits. */
    Prompt NONE = what -> Optional.empty();

    /** @return what was typed; empty where nobody can be asked */
    Optional<char[]> ask(String what);
}
