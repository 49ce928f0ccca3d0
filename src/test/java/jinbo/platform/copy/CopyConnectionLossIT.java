package jinbo.platform.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import jinbo.testing.NetworkFault;
import jinbo.testing.NetworkFault.Direction;
import jinbo.testing.NetworkFault.Kind;
import jinbo.testing.NetworkFault.Moment;
import jinbo.testing.ProxiedDatabase;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** COPY over a connection that breaks: the failure is detected, and the connection discarded. */
@Timeout(60)
class CopyConnectionLossIT {

    private static ProxiedDatabase database;
    private static HikariDataSource dataSource;
    private static JdbcTemplate sql;

    @BeforeAll
    static void open() {
        database = ProxiedDatabase.fresh();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.addDataSourceProperty("socketTimeout", "2");
        config.addDataSourceProperty("socketFactory", "jinbo.platform.net.TimeoutSocketFactory");
        dataSource = new HikariDataSource(config);
        sql = new JdbcTemplate(TestDatabase.owner(database.url()));
        sql.execute("create table rows (n bigint, t text)");
    }

    @AfterAll
    static void close() {
        dataSource.close();
        database.close();
    }

    @BeforeEach
    void heal() {
        database.line().heal();
        sql.execute("truncate rows");
    }

    @ParameterizedTest
    @EnumSource
    void brokenConnectionFailsAndIsDiscarded(Kind kind) throws SQLException {
        database.line().arm(new NetworkFault(kind, Moment.after(Direction.TO_SERVER, 300_000, "COPY rows")));

        brokenOff();
    }

    @ParameterizedTest
    @EnumSource
    void lostAnswerFails(Kind kind) throws SQLException {
        database.line().arm(new NetworkFault(kind, Moment.after(Direction.TO_CLIENT, 30, "COPY rows")));

        brokenOff();
    }

    @Test
    void slowConnectionSucceeds() throws SQLException {
        database.line().slowDown(Duration.ofMillis(20), 2_000_000);
        try (Connection connection = dataSource.getConnection()) {
            TextCopyWriter rows = new TextCopyWriter(connection, "rows (n, t)");
            fill(rows);
            rows.flush();
        }
        assertThat(sql.queryForObject("select count(*) from rows", Integer.class))
                .isEqualTo(2000);
    }

    private static void brokenOff() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        TextCopyWriter rows = new TextCopyWriter(connection, "rows (n, t)");
        assertThatExceptionOfType(CopyCommand.BulkWriteException.class)
                .isThrownBy(() -> {
                    fill(rows);
                    rows.flush();
                })
                .withMessageContaining("the connection to PostgreSQL was lost")
                .withMessageContaining("SQL state 08");
        assertThat(database.line().hasFired()).isTrue();
        assertThat(connection.isValid(1)).isFalse();
        assertThatExceptionOfType(SQLException.class).isThrownBy(connection::close);
        database.line().heal();
        assertThat(sql.queryForObject("select count(*) from rows", Integer.class))
                .isZero();
    }

    /** Sends two mebibytes in two COPY commands. */
    private static void fill(TextCopyWriter rows) {
        for (int i = 0; i < 2000; i++) {
            rows.add(i).add("x".repeat(1000)).endRow();
        }
    }
}
