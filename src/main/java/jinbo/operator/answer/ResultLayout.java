package jinbo.operator.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Reads {@code layout.properties}; {@link ResultRenderer} explains its keys. */
final class ResultLayout {

    private static final ResourceBundle LAYOUT = ResourceBundle.getBundle("jinbo.operator.answer.layout", Locale.ROOT);
    private static final List<String> NUMBERS_OF_THINGS = words("numbers-of-things");
    private static final List<String> NEED_A_PERSON = words("need-a-person");

    private ResultLayout() {}

    static boolean has(String key) {
        return LAYOUT.containsKey(key);
    }

    static String get(String key) {
        return LAYOUT.getString(key);
    }

    static List<String> words(String key) {
        return List.of(get(key).split(" "));
    }

    /** True if the number identifies something instead of counting. */
    static boolean isNumberOfThing(ResultValue value) {
        return NUMBERS_OF_THINGS.contains(ResultValue.snake(value.name()));
    }

    static boolean needsPerson(ResultValue list) {
        return NEED_A_PERSON.contains(ResultValue.snake(list.name()));
    }

    /** The values that a key names, or all if it is missing. */
    static List<ResultValue> select(String key, List<ResultValue> values) {
        return has(key) ? named(get(key), values) : values;
    }

    /** @param names {@code name}, {@code name.part}, {@code name?}, {@code name:title}, separated by blanks */
    static List<ResultValue> named(String names, List<ResultValue> values) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .flatMap(name -> Stream.of(ResultValue.at(name.replaceFirst("[?:].*", ""), values))
                        .filter(value -> !name.contains("?") || !value.isEmpty())
                        .map(value -> value.withTitle(title(name))))
                .toList();
    }

    /** The last name: {@code part} of {@code name.part}, {@code title} of {@code name:title}. */
    static String title(String name) {
        return name.replaceFirst(".*[.:]", "").replace("?", "");
    }
}
