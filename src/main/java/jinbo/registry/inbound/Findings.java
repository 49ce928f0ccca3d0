package jinbo.registry.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** The stored findings of inbound files: lines, columns and codes, but never content of the files. */
@Component
public record Findings(JdbcClient jdbc, DataSource dataSource) {

    private static final int FETCH_PAGES = 100;
    private static final String IN_ORDER =
            "select kinds, findings from finding_page where inbound_file = ? order by place";

    /** Deletes a file's findings and begins to write new ones, in the current transaction. */
    public FindingWriter replace(long inboundFile) {
        jdbc.sql("delete from finding_page where inbound_file = ?")
                .param(inboundFile)
                .update();
        return append(inboundFile);
    }

    public FindingWriter append(long inboundFile) {
        long lastPlace = jdbc.sql(
                        "select coalesce(max(place + octet_length(findings) / 5), 1) - 1 from finding_page where inbound_file = ?")
                .param(inboundFile)
                .query(Long.class)
                .single();
        return new FindingWriter(inboundFile, lastPlace, DataSourceUtils.getConnection(dataSource));
    }

    /** Visits a file's findings in order. Call this in a transaction, or the driver fetches all of them at once. */
    public void forEach(long inboundFile, Consumer<Finding> consumer) {
        jdbc.sql(IN_ORDER).withFetchSize(FETCH_PAGES).param(inboundFile).query((ResultSet row) -> {
            found(row, 0).forEach(consumer);
        });
    }

    public List<Finding> first(long inboundFile, int most) {
        // each page has at least one finding, so this many pages are enough
        return jdbc.sql(IN_ORDER + " limit " + most).param(inboundFile).query(Findings::found).list().stream()
                .flatMap(List::stream)
                .limit(most)
                .toList();
    }

    public List<Finding> first(long inboundFile, FindingCode code, int most) {
        return jdbc
                .sql("select kinds, findings from finding_page where inbound_file = ?"
                        + " and ? = any (regexp_split_to_array(kinds, '[ \n]')) order by place limit " + most)
                .params(inboundFile, code.name())
                .query(Findings::found)
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(finding -> finding.code() == code)
                .limit(most)
                .toList();
    }

    private static List<Finding> found(ResultSet row, int number) throws SQLException {
        return FindingPage.read(row.getString(1), row.getBytes(2));
    }
}
