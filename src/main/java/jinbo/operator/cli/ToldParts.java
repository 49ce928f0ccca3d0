package jinbo.operator.cli;

import java.util.ArrayList;
import java.util.List;
import jinbo.operator.console.CommandResult;

/** A page in parts that a browser can show: sentences, names with values, tables. */
final class ToldParts implements PageForm {

    private final List<CommandResult.Part> parts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    List<CommandResult.Part> list() {
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
            parts.add(new CommandResult.Lines(List.copyOf(lines)));
            lines.clear();
        }
    }

    @Override
    public void fields(List<List<String>> pairs) {
        gap();
        parts.add(new CommandResult.Fields(List.copyOf(pairs)));
    }

    @Override
    public void table(List<String> titles, List<List<String>> rows) {
        gap();
        parts.add(new CommandResult.Table(titles, List.copyOf(rows)));
    }
}
