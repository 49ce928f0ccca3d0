package jinbo.operator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line as it is typed in a shell: {@code qian$ NAME=VALUE jinbo case open - <<< 13810001234 > ./file}.
 *
 * @param person who types it; empty for the account that owns the home
 * @param environment variables that are set for it
 * @param words of the command, without {@code jinbo}
 * @param input its standard input
 * @param output the file that its answer is written to instead of being shown
 */
record TypedLine(
        String person,
        Map<String, String> environment,
        List<String> words,
        Optional<String> input,
        Optional<String> output) {

    private static final String INPUT = "<<<";
    private static final String OUTPUT = ">";

    static TypedLine of(String line) {
        int prompt = line.indexOf("$ ");
        List<String> words = split(line.substring(prompt + 2));
        Map<String, String> environment = new TreeMap<>();
        while (!words.get(0).equals("jinbo")) {
            String[] variable = words.remove(0).split("=", 2);
            environment.put(variable[0], variable[1]);
        }
        words.remove(0);
        Optional<String> output = takeAfter(OUTPUT, words);
        Optional<String> input = takeAfter(INPUT, words).map(text -> text.replace("\\n", "\n") + "\n");
        return new TypedLine(line.substring(0, prompt), environment, List.copyOf(words), input, output);
    }

    private static Optional<String> takeAfter(String sign, List<String> words) {
        int at = words.indexOf(sign);
        if (at < 0) {
            return Optional.empty();
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = ' ';
        boolean begun = false;
        for (char letter : line.toCharArray()) {
            if (quote == ' ' && (letter == '\'' || letter == '"')) {
                quote = letter;
                begun = true;
            } else if (quote != ' ' && letter == quote) {
                quote = ' ';
            } else if (quote == ' ' && letter == ' ') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(letter);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
