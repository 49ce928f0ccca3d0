package jinbo.exchange.format;

import java.util.Optional;

/** Whether the consumer consents to be on the list. */
public enum Consent {
    Y,
    /** Refused or not asked; the default. */
    N;

    private static final Consent[] ANSWERS = values();

    /** Parses the keyword of a file in either case. */
    public static Optional<Consent> of(CharSequence typed) {
        return KeywordMatcher.find(ANSWERS, Consent::name, typed);
    }
}
