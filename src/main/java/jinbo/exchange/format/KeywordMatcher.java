package jinbo.exchange.format;

import java.util.Optional;
import java.util.function.Function;

/**
 * How the words of a file are recognised: letters of ASCII in either case and nothing that merely folds to them, as the
 * long s of {@code ſELF} does in Java's own comparison.
 */
final class KeywordMatcher {

    private KeywordMatcher() {}

    static <E> Optional<E> find(E[] words, Function<E, String> spelled, CharSequence typed) {
        for (E word : words) {
            if (same(spelled.apply(word), typed)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean same(String word, CharSequence typed) {
        if (word.length() != typed.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char letter = typed.charAt(i);
            if (letter != word.charAt(i) && upper(letter) != upper(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char upper(char letter) {
        return letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
    }
}
