package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.participant.staff.SignedInPerson;

/** Where the console has commands carried out; whoever opens the console says how. */
public interface CommandRunner {

    /** Under which name the program knows it. */
    String BEAN = "commandRunner";

    /** Carries a command out for a person, or keeps it for a second person, as at a terminal. */
    CommandResult run(Order order);

    /**
     * A command.
     *
     * @param by by whose decision
     * @param language of what is told
     * @param words the command's words, one option a word; what somebody typed is never one by itself but behind {@code --}
     *     or {@code --name=}
     * @param told what would be asked for at a terminal: a number or a password, which are no words
     */
    record Order(SignedInPerson by, Locale language, List<String> words, Optional<String> told) {

        public Order {
            words = List.copyOf(words);
        }

        /** Never what was told. */
        @Override
        public String toString() {
            return "Order[" + by.name() + "]";
        }
    }
}
