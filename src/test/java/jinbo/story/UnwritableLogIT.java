package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jinbo.batch.Remark;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the access log cannot be written no number is read or written and nothing leaves; afterwards the next run makes up for it. */
class UnwritableLogIT {

    private static final String UPLOAD = "complaints-YUNHE-20261124-001.csv.pgp";
    private static final String RECEIPT = "receipt-complaints-YUNHE-20261124-001.json.pgp";

    @TempDir
    Path home;

    private TestExchange exchange;

    @BeforeEach
    void anUploadLies() {
        exchange = TestExchange.start(home, new SettableClock("2026-11-24T09:00:00+08:00"));
        exchange.upload("YUNHE", UPLOAD, """
                mobile,complaint,complained_on
                13810001234,TELEMARKETING,2026-11-20
                """);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void withItsRightGoneNothingIsIngestedOrPublished() {
        sql("revoke insert on access_log_entry from jinbo_runtime");

        refused(exchange.collect().problems());
        refused(exchange.publish().problems());

        sql("grant insert on access_log_entry to jinbo_runtime");
        everythingIsMadeUpFor();
    }

    /** After the intent, too: the gate asks the log before each reach for numbers. Later on the lock ends by itself. */
    @Test
    void lockedWhileAnUploadIsOpenItLetsNothingOfItIn() throws SQLException {
        try (Connection somebody = exchange.owner().getConnection()) {
            exchange.at(FaultPoint.ACCESS_BEGUN, () -> lock(somebody));

            refused(exchange.collect().problems());
        }
        everythingIsMadeUpFor();
    }

    /** Nobody waits for ever: an access is refused after ten seconds. */
    @Test
    void lockedFromTheBeginningItLetsNothingIn() throws SQLException {
        try (Connection somebody = exchange.owner().getConnection();
                var statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("set idle_in_transaction_session_timeout = '30s'");
            statement.execute("lock table access_log_entry in access exclusive mode");

            refused(exchange.collect().problems());
            somebody.rollback();
        }
        everythingIsMadeUpFor();
    }

    private static void lock(Connection somebody) {
        try (var statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("set idle_in_transaction_session_timeout = '5s'");
            statement.execute("lock table access_log_open");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void refused(List<Remark> problems) {
        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.what())
                        .contains("The access log cannot be written", "was refused")
                        .doesNotContain("13810001234"));
        assertThat(exchange.listing("YUNHE", "download")).isEmpty();
        assertThat(exchange.count("registration")).isZero();
        assertThat(exchange.count("block")).isZero();
    }

    private void everythingIsMadeUpFor() {
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.publish().problems()).isEmpty();
        assertThat(exchange.receipt("YUNHE", RECEIPT).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.text("YUNHE", "blocklist-YUNHE-00000001-full.csv.pgp"))
                .contains("13810001234");
        assertThat(exchange.count("registration")).isEqualTo(1);
    }

    private void sql(String statement) {
        exchange.sql().sql(statement).update();
    }
}
