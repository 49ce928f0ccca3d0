package jinbo.cases.report;

import java.util.List;

/**
 * A table of the report for people.
 *
 * @param key by which pages name it
 * @param title what it tells
 * @param first head of its first column
 * @param heads of the others
 * @param rows its lines
 */
public record ReportTable(
        String key, BilingualTitle title, BilingualTitle first, List<BilingualTitle> heads, List<Row> rows) {

    /**
     * A line.
     *
     * @param name of whom or what it is
     * @param cells one for each head
     */
    public record Row(BilingualTitle name, List<String> cells) {}
}
