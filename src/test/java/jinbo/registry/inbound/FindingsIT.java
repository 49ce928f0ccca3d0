package jinbo.registry.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.Finding.FindingCause;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.UploadColumn.ComplaintColumn;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FindingsIT {

    private static HikariDataSource dataSource;
    private static Findings findings;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void start() {
        dataSource = TestDatabase.fresh();
        findings = new Findings(JdbcClient.create(dataSource), dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @Test
    void comeBackInTheirOrderHoweverManyPagesTheyFill() {
        List<Finding> some = new ArrayList<>(List.of(
                Finding.ofFile(FindingCode.UNUSUAL_VOLUME),
                Finding.atLine(Integer.MAX_VALUE, FindingCode.ROW_SHAPE),
                Finding.atLine(1, FindingCode.HEADER_INVALID).because(FindingCause.SEMICOLON),
                Finding.atLine(1, FindingCode.HEADER_INVALID).because(FindingCause.PIPE),
                Finding.atColumn(1, ComplaintColumn.TERM, FindingCode.HEADER_INVALID)
                        .because(FindingCause.FULL_WIDTH_COMMA),
                Finding.atColumn(2, ComplaintColumn.MOBILE, FindingCode.MOBILE_MISSING),
                Finding.atColumn(2, ComplaintColumn.TERM, FindingCode.TERM_UNKNOWN)));
        IntStream.range(3, 1000)
                .forEach(line -> some.add(Finding.atColumn(line, ComplaintColumn.MOBILE, FindingCode.ROW_REPEATED)));

        write(1, some);

        assertThat(read(1)).isEqualTo(some);
        assertThat(findings.first(1, 302)).isEqualTo(some.subList(0, 302));
        assertThat(findings.first(1, 5000)).isEqualTo(some);
        assertThat(findings.first(1, FindingCode.HEADER_INVALID, 2)).isEqualTo(some.subList(2, 4));
        assertThat(findings.first(1, FindingCode.ROW_REPEATED, 400)).isEqualTo(some.subList(7, 407));
        assertThat(findings.first(1, FindingCode.EMPTY, 3)).isEmpty();
        assertThat(rowsOf(1))
                .isEqualTo(some.stream()
                        .map(each -> new Finding(each.line(), each.column(), each.code()))
                        .toList());
    }

    @Test
    void ofMoreKindsThanAPageHoldsComeBackToo() {
        List<Finding> some = IntStream.range(0, 500)
                .mapToObj(i ->
                        new Finding(OptionalInt.of(i + 1), Optional.of("column" + i % 97), FindingCode.CONTENT_INVALID))
                .toList();

        write(2, some);

        assertThat(read(2)).isEqualTo(some);
        assertThat(rowsOf(2)).isEqualTo(some);
    }

    @Test
    void areAddedBehindThoseThatStayOrStandInTheirPlace() {
        Finding held = Finding.ofFile(FindingCode.TOO_MANY_REFUSED);
        Finding row = Finding.atLine(7, FindingCode.ROW_SHAPE);
        Finding decided = Finding.ofFile(FindingCode.REFUSED_BY_OPERATOR);
        write(3, List.of(row, held));

        transaction.executeWithoutResult(status -> {
            FindingWriter writer = findings.append(3);
            writer.add(decided);
            writer.flush();
        });
        assertThat(read(3)).containsExactly(row, held, decided);

        write(3, List.of(held));
        assertThat(read(3)).containsExactly(held);
    }

    @Test
    void ofAFileWithoutAnyAreNone() {
        write(4, List.of());

        assertThat(read(4)).isEmpty();
        assertThat(findings.first(4, 10)).isEmpty();
    }

    private static void write(long file, List<Finding> some) {
        transaction.executeWithoutResult(status -> {
            FindingWriter writer = findings.replace(file);
            some.forEach(writer::add);
            writer.flush();
        });
    }

    private static List<Finding> read(long file) {
        List<Finding> read = new ArrayList<>();
        transaction.executeWithoutResult(status -> findings.forEach(file, read::add));
        return read;
    }

    /** As the view shows them. */
    private static List<Finding> rowsOf(long file) {
        return JdbcClient.create(dataSource)
                .sql("select line, column_name, code from finding where inbound_file = ? order by place")
                .param(file)
                .query((row, number) -> new Finding(
                        row.getInt(1) == 0 ? OptionalInt.empty() : OptionalInt.of(row.getInt(1)),
                        Optional.ofNullable(row.getString(2)),
                        FindingCode.valueOf(row.getString(3))))
                .list();
    }
}
