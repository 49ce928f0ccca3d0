package jinbo.exchange.format;

import java.time.LocalDate;
import java.util.Optional;

/** How long a block lasts. Six months is the floor that the life insurance rules of 2013 set (保监发〔2013〕40号, art. 25). */
public enum Term {
    SIX_MONTHS("6M", 6),
    ONE_YEAR("1Y", 12),
    /** Two years, the default for complaints. */
    TWO_YEARS("2Y", 24);

    private static final Term[] TERMS = values();

    private final String text;
    private final int months;

    Term(String text, int months) {
        this.text = text;
        this.months = months;
    }

    /** The term that a file spells, in capitals or not. */
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
     * The first day after the block. Where the last month lacks the day, it is the first of the next one, so that nobody
     * loses a day: 31 August and six months is 1 March.
     */
    public LocalDate end(LocalDate effectiveOn) {
        LocalDate end = effectiveOn.plusMonths(months);
        return end.getDayOfMonth() == effectiveOn.getDayOfMonth() ? end : end.plusDays(1);
    }
}
