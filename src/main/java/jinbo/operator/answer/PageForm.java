package jinbo.operator.answer;

import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Where a {@link Page} is written: to a terminal as text, or to a web page. It receives no control characters. */
public interface PageForm {

    void line(String text);

    /** A highlighted line, if the form supports it. */
    default void line(String text, Ansi.Style style) {
        line(text);
    }

    /** Writes several lines, each with its line end, unchanged. */
    void lines(String text);

    void gap();

    void fields(List<List<String>> pairs);

    void table(List<String> titles, List<List<String>> rows);
}
