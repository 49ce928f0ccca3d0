package jinbo.operator.cli;

import java.util.Arrays;
import java.util.List;

/**
 * What a command would do, in a sentence.
 *
 * @param key of the sentence, without {@code would.}
 * @param arguments what stands in it
 */
record Outline(String key, List<String> arguments) {

    static Outline of(String key, Object... arguments) {
        return new Outline(key, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    String in(Texts texts) {
        return texts.of("would." + key, arguments.toArray());
    }
}
