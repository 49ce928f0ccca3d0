package jinbo.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jinbo.bulk.CopyRows;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** The findings of files, row by row; they hold lines, columns and codes, never content. */
@Component
public class Findings {

    private static final int FETCH_ROWS = 10_000;
    private static final String IN_ORDER =
            "select line, column_name, code from finding where inbound_file = ? order by place";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    Findings(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH_ROWS);
    }

    /** Begins a file's findings anew, in the current transaction; what an earlier verdict had found is dropped. */
    public FindingWriter replace(long inboundFile) {
        jdbc.update("delete from finding where inbound_file = ?", inboundFile);
        return append(inboundFile);
    }

    /** Adds to a file's findings, in the current transaction. */
    public FindingWriter append(long inboundFile) {
        long lastPlace = jdbc.queryForObject(
                "select coalesce(max(place), 0) from finding where inbound_file = ?", Long.class, inboundFile);
        return new FindingWriter(
                inboundFile,
                lastPlace,
                new CopyRows(
                        DataSourceUtils.getConnection(dataSource),
                        "finding (inbound_file, place, line, column_name, code)"));
    }

    /**
     * Gives a file's findings to the consumer: line by line, in the order in which they were found. Call it in a transaction:
     * outside, the driver fetches all of them at once.
     */
    public void forEach(long inboundFile, Consumer<Finding> consumer) {
        jdbc.query(IN_ORDER, (ResultSet row) -> consumer.accept(finding(row)), inboundFile);
    }

    /** The first findings of a file, in the same order. */
    public List<Finding> first(long inboundFile, int most) {
        return jdbc.query(IN_ORDER + " limit " + most, (row, number) -> finding(row), inboundFile);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        int line = row.getInt(1);
        return new Finding(
                line == FindingWriter.WHOLE_FILE ? OptionalInt.empty() : OptionalInt.of(line),
                Optional.ofNullable(row.getString(2)),
                FindingCode.valueOf(row.getString(3)));
    }
}
