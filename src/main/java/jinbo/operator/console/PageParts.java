package jinbo.operator.console;

import java.util.ArrayList;
import java.util.List;
import jinbo.operator.answer.PageForm;

/** A page in parts that a browser can show: sentences, names with values, tables. */
final class PageParts implements PageForm {

    private final List<PageAnswer.Part> parts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    List<PageAnswer.Part> list() {
        gap();
        return List.copyOf(parts);
    }

    @Override
    public void line(String text) {
        lines.add(text);
    }

    @Override
    public void lines(String text) {
        text.lines().forEach(this::line);
    }

    @Override
    public void gap() {
        if (!lines.isEmpty()) {
            parts.add(new PageAnswer.Lines(List.copyOf(lines)));
            lines.clear();
        }
    }

    @Override
    public void fields(List<List<String>> pairs) {
        gap();
        parts.add(new PageAnswer.Fields(List.copyOf(pairs)));
    }

    @Override
    public void table(List<String> titles, List<List<String>> rows) {
        gap();
        parts.add(new PageAnswer.Table(titles, List.copyOf(rows)));
    }
}
