package jinbo.platform.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TextCopyWriterIT {

    private static HikariDataSource dataSource;
    private static JdbcTemplate sql;

    @BeforeAll
    static void open() {
        dataSource = TestDatabase.fresh();
        sql = new JdbcTemplate(TestDatabase.owner(dataSource.getJdbcUrl()));
        sql.execute("create table rows (n bigint, t text)");
        sql.execute("grant delete on rows to public");
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @BeforeEach
    void empty() {
        sql.execute("truncate rows");
    }

    @Test
    void roundTripsEveryText() throws SQLException {
        List<String> texts = List.of(
                "",
                "plain",
                "tab\tline\nreturn\rbackslash\\ and \\N and \\.",
                "\\",
                "云河人寿 𝟘 \u200b",
                "\b\f\u000b",
                "a".repeat(4096),
                "\\".repeat(4096),
                "云".repeat(1365));
        try (Connection connection = dataSource.getConnection()) {
            TextCopyWriter rows = new TextCopyWriter(connection, "rows (n, t)");
            for (int i = 0; i < texts.size(); i++) {
                rows.add(i).add(texts.get(i)).endRow();
            }
            rows.add(Long.MIN_VALUE).addNull().endRow();
            rows.flush();
        }

        assertThat(sql.queryForList("select t from rows where n >= 0 order by n", String.class))
                .isEqualTo(texts);
        assertThat(sql.queryForList("select t is null from rows where n < 0", Boolean.class))
                .containsExactly(true);
    }

    @Test
    void sendsFullBuffersAndRestByFlush() throws SQLException {
        int count = 1000;
        try (Connection connection = dataSource.getConnection()) {
            TextCopyWriter rows = new TextCopyWriter(connection, "rows (n, t)");
            for (int i = 0; i < count; i++) {
                rows.add(i).add("\t".repeat(4096)).endRow();
            }
            assertThat(sql.queryForObject("select count(*) from rows", Integer.class))
                    .isBetween(1, count - 1);
            rows.flush();
            rows.flush();
            assertThat(rows.rows()).isEqualTo(count);
        }

        assertThat(sql.queryForObject("select count(*) from rows where length(t) = 4096", Integer.class))
                .isEqualTo(count);
    }

    @Test
    void connectionIsFreeBetweenFlushes() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            TextCopyWriter rows = new TextCopyWriter(connection, "rows (n, t)");
            rows.add(1).add("one").endRow();
            assertThat(statement.executeQuery("select 1").next()).isTrue();
            rows.flush();
            assertThat(statement.executeUpdate("delete from rows")).isEqualTo(1);
            rows.add(2).add("two").endRow();
            rows.flush();
            connection.commit();
        }

        assertThat(sql.queryForList("select t from rows", String.class)).containsExactly("two");
    }

    @Test
    void rowsBelongToTheTransaction() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            TextCopyWriter rows = new TextCopyWriter(connection, "rows (n, t)");
            rows.add(1).add("one").endRow();
            rows.flush();
            connection.rollback();
        }

        assertThat(sql.queryForObject("select count(*) from rows", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3000})
    void refusalQuotesNoRowAndRollsBack(int rowsAfterIt) {
        JdbcTemplate program = new JdbcTemplate(dataSource);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

        assertThatExceptionOfType(CopyCommand.BulkWriteException.class)
                .as("no failed rollback hides it")
                .isThrownBy(() -> transaction.execute(status -> program.execute((Connection connection) -> {
                    TextCopyWriter rows = new TextCopyWriter(connection, "rows (n, t)");
                    rows.add("13810001234x").add("t").endRow();
                    for (int i = 0; i < rowsAfterIt; i++) {
                        rows.add(i).add("\\".repeat(2048)).endRow();
                    }
                    rows.flush();
                    return rows;
                })))
                .withNoCause()
                .satisfies(refusal -> {
                    assertThat(refusal)
                            .hasMessageNotContaining("1381")
                            .hasMessageContaining("rows (n, t)")
                            .hasMessageContaining("SQL state 22P02");
                    assertThat(refusal.getSuppressed()).isEmpty();
                });

        assertThat(program.queryForObject("select 1", Integer.class)).isEqualTo(1);
        assertThat(dataSource.getHikariPoolMXBean().getTotalConnections())
                .as("the connection is used again")
                .isEqualTo(1);
        assertThat(sql.queryForObject("select count(*) from rows", Integer.class))
                .isZero();
    }

    @Test
    void refusesTooLongFieldWithoutQuotingIt() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            TextCopyWriter rows = new TextCopyWriter(connection, "rows (n, t)");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rows.add("13810001234".repeat(500)))
                    .withMessageContaining("5500 bytes")
                    .withMessageNotContaining("1381");
        }
    }
}
