package jinbo.operator.cli;

import jinbo.operator.answer.Texts;
import picocli.CommandLine.Model.ArgSpec;

/**
 * A phone number as somebody typed it, sound or not: it is shown nowhere again.
 *
 * @param typed the text, or {@link #ASK}
 */
record TypedNumber(String typed) {

    /** The number is not on the command line, which others can see, but read from the terminal or the standard input. */
    static final String ASK = "-";

    private static final String HIDDEN = "***";

    /** Whether values of an option or parameter are such numbers. */
    static boolean isTypeOf(ArgSpec argument) {
        return argument.auxiliaryTypes().length > 0 && argument.auxiliaryTypes()[0] == TypedNumber.class;
    }

    boolean asks() {
        return typed.equals(ASK);
    }

    /** What was typed, on the command line or as it is asked for. */
    String text(Terminal terminal, Texts texts) {
        return asks() ? terminal.ask(texts.of("prompt.number")).orElse("") : typed;
    }

    /** Never the number. */
    @Override
    public String toString() {
        return HIDDEN;
    }
}
