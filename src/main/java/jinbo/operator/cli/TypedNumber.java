package jinbo.operator.cli;

import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;
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

    /**
     * The number, asked for if it was not typed.
     *
     * @throws UsageException if it is none; it names the kind of problem, and never what was typed
     */
    Mobile told(Terminal terminal, Texts texts) {
        String told = asks() ? terminal.ask(texts.of("prompt.number")).orElse("") : typed;
        MobileParseResult reading = MobileParser.read(told.strip());
        if (reading instanceof MobileParseResult.Unreadable unreadable) {
            throw new UsageException("wrong.number." + unreadable.problem());
        }
        return ((MobileParseResult.Read) reading).mobile();
    }

    /** Never the number. */
    @Override
    public String toString() {
        return HIDDEN;
    }
}
