package jinbo.cases.report;

import java.util.List;

/** @param key by which pages name it */
public record ReportTable(
        String key, BilingualTitle title, BilingualTitle first, List<BilingualTitle> heads, List<Row> rows) {

    /** @param cells one for each head */
    public record Row(BilingualTitle name, List<String> cells) {}
}
