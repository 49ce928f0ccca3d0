package jinbo.operator.cli;

import java.util.List;

/** In what form a page is shown; no text that comes here steers what shows it. */
interface PageForm {

    /** A line. */
    void line(String text);

    /** Several lines as they are, the last one ended. */
    void lines(String text);

    /** Room between what came and what comes. */
    void gap();

    /** A name and a value in each row. */
    void fields(List<List<String>> pairs);

    /** A table of texts. */
    void table(List<String> titles, List<List<String>> rows);
}
