package jinbo.operator.answer;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Help.Ansi;

/** Lines, fields and tables in one language, for whatever shows them. */
public record Page(Texts texts, PageForm form) {

    public static final String NOTHING = "-";

    public Page(Texts texts, PrintWriter out) {
        this(texts, out, Screen.NONE);
    }

    public Page(Texts texts, PrintWriter out, Screen screen) {
        this(texts, new PrintedPage(out, screen.colors()));
    }

    public void say(String key, Object... arguments) {
        print(texts.of(key, arguments));
    }

    /** A line that is the same in every language. */
    public void print(String line) {
        form.line(plain(line));
    }

    /** The same, so that it stands out. */
    public void print(String line, Ansi.Style style) {
        form.line(plain(line), style);
    }

    /** Several lines that are the same in every language, as they are. */
    void block(String lines) {
        form.lines(lines);
    }

    public void blank() {
        form.gap();
    }

    /** A name and a value, side by side: pairs of a key and a text. */
    void fields(String... keysAndValues) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.add(List.of(texts.of("field." + keysAndValues[i]), plain(keysAndValues[i + 1])));
        }
        form.fields(pairs);
    }

    /** @param titles keys of the columns, separated by blanks */
    <T> void table(String titles, List<T> things, Function<T, List<String>> cells) {
        form.table(
                Arrays.stream(titles.split(" "))
                        .map(title -> texts.of("field." + title))
                        .toList(),
                things.stream()
                        .map(thing ->
                                cells.apply(thing).stream().map(Page::plain).toList())
                        .toList());
    }

    /** The business time of an instant, to the minute. */
    static String time(Instant instant) {
        return BusinessTime.minuteOf(instant);
    }

    public static String count(long number) {
        return String.format(java.util.Locale.ENGLISH, "%,d", number);
    }

    static String orNothing(Optional<?> value) {
        return value.map(any -> any instanceof Instant instant ? time(instant) : any.toString())
                .orElse(NOTHING);
    }

    /** Without characters that would steer the terminal: names and user ids were written by others. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(steers(c) ? '?' : c));
        return plain.toString();
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
