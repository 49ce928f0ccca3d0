package jinbo.exchange.format;

import java.time.LocalDate;
import java.util.Optional;

/** How long a block lasts. Six months is the minimum of the life insurance rules of 2013 (保监发〔2013〕40号, art. 25). */
public enum Term {
    SIX_MONTHS("6M", 6),
    ONE_YEAR("1Y", 12),
    /** The default for complaints. */
    TWO_YEARS("2Y", 24);

    private static final Term[] TERMS = values();

    private final String text;
    private final int months;

    Term(String text, int months) {
        this.text = text;
        this.months = months;
    }

    public static Optional<Term> of(CharSequence typed) {
        return KeywordMatcher.find(TERMS, Term::text, typed);
    }

    public String text() {
        return text;
    }

    public int months() {
        return months;
    }

    /**
     * The first day after the block. If the last month is too short for that day, it is the first day of the next
     * month: 31 August plus six months is 1 March.
     */
    public LocalDate end(LocalDate effectiveOn) {
        LocalDate end = effectiveOn.plusMonths(months);
        return end.getDayOfMonth() == effectiveOn.getDayOfMonth() ? end : end.plusDays(1);
    }
}
