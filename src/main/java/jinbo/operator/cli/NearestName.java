package jinbo.operator.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that somebody meant. What picocli would suggest has only two letters in common with what was typed, which of commands
 * and options is often nothing that was meant, and it suggests no values.
 */
final class NearestName {

    private static final int LETTERS_FOR_EACH_MISTAKE = 3;

    private NearestName() {}

    /** The one whose beginning was typed, or that differs least: by one letter, or by a third of its letters. */
    static Optional<String> of(String typed, Collection<String> names) {
        String small = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name ->
                        name.toLowerCase(Locale.ROOT).startsWith(small) || distance(small, name) <= mostOf(name))
                .min(Comparator.comparingInt(name -> distance(small, name)));
    }

    private static int mostOf(String name) {
        return Math.max(1, name.replace("-", "").length() / LETTERS_FOR_EACH_MISTAKE);
    }

    /** How many letters are to be put in, taken out or replaced (Levenshtein). */
    private static int distance(String small, String name) {
        String other = name.toLowerCase(Locale.ROOT);
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= small.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int replaced = before[j - 1] + (small.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
