package jinbo.operator.cli;

import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** In what form a page is shown; no text that comes here steers what shows it. */
interface PageForm {

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
