package jinbo.exchange.format;

import java.util.Optional;
import java.util.function.Function;

/**
 * How the words of a file are recognised: letters of ASCII in either case and nothing that merely folds to them, as the
 * long s of {@code ſELF} does in Java's own comparison.
 */
final class KeywordMatcher {

    private KeywordMatcher() {}

    static <E> Optional<E> find(E[] keywords, Function<E, String> spelled, CharSequence typed) {
        for (E keyword : keywords) {
            if (same(spelled.apply(keyword), typed)) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }

    private static boolean same(String keyword, CharSequence typed) {
        if (keyword.length() != typed.length()) {
            return false;
        }
        for (int i = 0; i < keyword.length(); i++) {
            char letter = typed.charAt(i);
            if (letter != keyword.charAt(i) && upper(letter) != upper(keyword.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char upper(char letter) {
        return letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
    }
}
