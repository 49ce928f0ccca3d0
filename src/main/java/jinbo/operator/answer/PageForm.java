package jinbo.operator.answer;

import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Shows a page: as text on a terminal, or in the parts of a web page. Its texts are free of control characters. */
public interface PageForm {

    void line(String text);

    /** A line that stands out, if lines can. */
    default void line(String text, Ansi.Style style) {
        line(text);
    }

    /** Several lines as they are, the last one ended. */
    void lines(String text);

    /** Room between what came and what comes. */
    void gap();

    void fields(List<List<String>> pairs);

    void table(List<String> titles, List<List<String>> rows);
}
