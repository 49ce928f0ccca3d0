package jinbo.operator.number;

import jinbo.exchange.format.Term;

/** How long nobody is to call, as it is typed: {@code 1Y}. */
public record ChosenTerm(Term term) {

    /** @throws java.util.NoSuchElementException if it is none */
    public static ChosenTerm parse(String typed) {
        return new ChosenTerm(Term.of(typed).orElseThrow());
    }

    @Override
    public String toString() {
        return term.text();
    }
}
