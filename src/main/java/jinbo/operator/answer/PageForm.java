package jinbo.operator.answer;

import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** The form of a page: text on a terminal, or parts of a web page. It receives no control characters. */
public interface PageForm {

    void line(String text);

    /** A highlighted line, if the form supports it. */
    default void line(String text, Ansi.Style style) {
        line(text);
    }

    /** Several ended lines as they are. */
    void lines(String text);

    void gap();

    void fields(List<List<String>> pairs);

    void table(List<String> titles, List<List<String>> rows);
}
