package jinbo.operator.answer;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.operator.answer.ResultRenderer.ResultLayout;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** Writes lines, fields and tables in one language, as text or on a web page. */
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

    public void print(String line) {
        form.line(plain(line));
    }

    public void print(String line, Ansi.Style style) {
        form.line(plain(line), style);
    }

    void block(String lines) {
        form.lines(lines);
    }

    public void blank() {
        form.gap();
    }

    /** Prints fields, given as pairs of a key and a text. */
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

    static String time(Instant instant) {
        return BusinessTime.formatMinute(instant);
    }

    public static String count(long number) {
        return String.format(java.util.Locale.ENGLISH, "%,d", number);
    }

    static String orNothing(Optional<?> value) {
        return value.map(any -> any instanceof Instant instant ? time(instant) : any.toString())
                .orElse(NOTHING);
    }

    /** Replaces characters that control a terminal, because names and user IDs come from other parties. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(isControl(c) ? '?' : c));
        return plain.toString();
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Writes a page as plain text, with colours if the screen supports them. */
    record PrintedPage(PrintWriter out, ColorScheme colors) implements PageForm {

        private static final int GAP = 2;
        private static final Map<String, Style> CODES = codes();

        @Override
        public void line(String text) {
            out.print(text + "\n");
        }

        @Override
        public void line(String text, Style style) {
            line(styled(text, style));
        }

        @Override
        public void lines(String text) {
            out.print(text);
        }

        @Override
        public void gap() {
            out.print("\n");
        }

        @Override
        public void fields(List<List<String>> pairs) {
            align(pairs, this::coloured).forEach(this::line);
        }

        @Override
        public void table(List<String> titles, List<List<String>> rows) {
            List<List<String>> all = new ArrayList<>(List.of(titles));
            all.addAll(rows);
            List<String> lines = align(all, this::coloured);
            line(lines.get(0), Style.bold);
            lines.subList(1, lines.size()).forEach(this::line);
        }

        private String coloured(String cell) {
            return CODES.containsKey(cell) ? styled(cell, CODES.get(cell)) : cell;
        }

        private String styled(String text, Style style) {
            return colors.apply(text, List.of(style)).toString();
        }

        private static Map<String, Style> codes() {
            return Stream.of(Style.fg_red, Style.fg_yellow, Style.fg_green)
                    .flatMap(style -> ResultLayout.words(style.name()).stream().map(code -> Map.entry(code, style)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        /** Aligns columns, without trailing blanks. A Chinese character has double width; {@code paint} adds none. */
        static List<String> align(List<List<String>> rows, UnaryOperator<String> paint) {
            int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
            for (List<String> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    widths[i] = Math.max(widths[i], width(row.get(i)));
                }
            }
            return rows.stream().map(row -> line(row, widths, paint)).toList();
        }

        private static String line(List<String> row, int[] widths, UnaryOperator<String> paint) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                line.append(paint.apply(cell)).append(" ".repeat(widths[i] - width(cell) + GAP));
            }
            return line.toString().stripTrailing();
        }

        private static int width(String text) {
            return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
        }

        /** True for those East Asian wide and full-width characters that occur (Unicode Standard Annex 11). */
        private static boolean isWide(int c) {
            return c >= 0x1100 && c <= 0x115F
                    || c >= 0x2E80 && c <= 0xA4CF
                    || c >= 0xAC00 && c <= 0xD7A3
                    || c >= 0xF900 && c <= 0xFAFF
                    || c >= 0xFE30 && c <= 0xFE6F
                    || c >= 0xFF00 && c <= 0xFF60
                    || c >= 0xFFE0 && c <= 0xFFE6
                    || c >= 0x1F300 && c <= 0x1FAFF
                    || c >= 0x20000 && c <= 0x3FFFD;
        }
    }
}
