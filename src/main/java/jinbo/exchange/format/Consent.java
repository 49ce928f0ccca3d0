package jinbo.exchange.format;

import java.util.Optional;

public enum Consent {
    Y,
    /** Refused or not asked; the default. */
    N;

    private static final Consent[] ANSWERS = values();

    public static Optional<Consent> of(CharSequence typed) {
        return KeywordMatcher.find(ANSWERS, Consent::name, typed);
    }
}
