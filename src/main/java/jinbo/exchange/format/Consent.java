package jinbo.exchange.format;

import java.util.Optional;

/** Whether the consumer agrees to be put on the list. */
public enum Consent {
    Y,
    /** No, or not asked; the default. */
    N;

    private static final Consent[] ANSWERS = values();

    /** The answer that a file spells, in capitals or not. */
    public static Optional<Consent> of(CharSequence typed) {
        return KeywordMatcher.find(ANSWERS, Consent::name, typed);
    }
}
