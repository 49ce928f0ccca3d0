package jinbo.command;

import java.util.Optional;
import jinbo.mobile.Mobile;
import jinbo.mobile.MobileReader;
import jinbo.mobile.MobileReading;
import picocli.CommandLine.ITypeConverter;
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

    /** The number; empty if it is none. */
    Optional<Mobile> read() {
        return MobileReader.read(typed.strip()) instanceof MobileReading.Read read
                ? Optional.of(read.mobile())
                : Optional.empty();
    }

    /** Never the number. */
    @Override
    public String toString() {
        return HIDDEN;
    }

    /** Reads one from the command line, whatever it is: a refusal by picocli would repeat it. */
    static final class Reader implements ITypeConverter<TypedNumber> {
        @Override
        public TypedNumber convert(String typed) {
            return new TypedNumber(typed);
        }
    }
}
