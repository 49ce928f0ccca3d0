package jinbo.exchange.format;

import java.util.Optional;
import java.util.function.Function;

/** Recognizes the keywords of a file in upper or lower case. Only ASCII letters match: {@code ſELF} does not. */
final class KeywordMatcher {

    private KeywordMatcher() {}

    static <E> Optional<E> find(E[] keywords, Function<E, String> spelling, CharSequence typed) {
        String text = typed.toString();
        if (text.chars().allMatch(c -> c < 0x80)) {
            for (E keyword : keywords) {
                if (spelling.apply(keyword).equalsIgnoreCase(text)) {
                    return Optional.of(keyword);
                }
            }
        }
        return Optional.empty();
    }
}
