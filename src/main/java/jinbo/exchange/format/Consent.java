package jinbo.exchange.format;

import java.util.Optional;

/** Whether the consumer has consented to a block ({@code exchange-formats/complaints/v1}). */
public enum Consent {
    Y,
    /** The consumer has refused, or was not asked; the default. */
    N;

    private static final Consent[] ANSWERS = values();

    public static Optional<Consent> of(CharSequence typed) {
        return KeywordMatcher.find(ANSWERS, Consent::name, typed);
    }
}
