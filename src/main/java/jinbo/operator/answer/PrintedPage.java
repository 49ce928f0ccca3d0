package jinbo.operator.answer;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** A page as plain text, with colours where they are shown: what has one says the same without. */
record PrintedPage(PrintWriter out, ColorScheme colors) implements PageForm {

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
        Columns columns = new Columns();
        pairs.forEach(columns::row);
        columns.lines(this::coloured).forEach(this::line);
    }

    @Override
    public void table(List<String> titles, List<List<String>> rows) {
        Columns columns = new Columns();
        columns.row(titles);
        rows.forEach(columns::row);
        List<String> lines = columns.lines(this::coloured);
        line(lines.get(0), Style.bold);
        lines.subList(1, lines.size()).forEach(this::line);
    }

    private String coloured(String cell) {
        return CODES.containsKey(cell) ? styled(cell, CODES.get(cell)) : cell;
    }

    private String styled(String text, Style style) {
        return colors.apply(text, List.of(style)).toString();
    }

    /** The codes that have a colour. */
    private static Map<String, Style> codes() {
        return Stream.of(Style.fg_red, Style.fg_yellow, Style.fg_green)
                .flatMap(style -> ResultLayout.words(style.name()).stream().map(code -> Map.entry(code, style)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
