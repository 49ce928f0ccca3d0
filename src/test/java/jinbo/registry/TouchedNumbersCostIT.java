package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import jinbo.registry.RegistryChanges.RegistryPeriod;
import jinbo.registry.RegistryChanges.TouchedNumbers;
import jinbo.testing.BlockRowWriter;
import jinbo.testing.RegistrationRowWriter;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cost of a delta grows with the changes, not with the registry; counted in pages beside 200,000 other numbers. */
class TouchedNumbersCostIT {

    private static final int NUMBERS = 200_000;
    private static final int CHANGED = 50;

    /** Each number takes a few pages by index in two tables; the registry has some 4,000. */
    private static final long MOST_PAGES = 2_000;

    private static HikariDataSource dataSource;

    @BeforeAll
    static void aRegistryOfManyNumbersAndASmallBatch() {
        dataSource = TestDatabase.fresh();
        owner().sql("""
                set session_replication_role = replica;
                insert into insurer (code, name, sector, joined_at, drop_keys) values ('YUNHE', 'x', 'LIFE', now(), '{}');
                insert into registration_batch (revision, kind, inbound_file, insurer, registered_at, registered_on, effective_on,
                                       calendar_version, registrations)
                select i, 'COMPLAINTS', i, 1, '2012-09-21', '2012-09-21', case i when 3 then date '2012-04-09' else date '2012-10-09' end,
                       'x', 1
                from generate_series(1, 3) i;
                %5$s;
                %3$s;
                %4$s;
                set session_replication_role = origin;
                """.formatted(
                                NUMBERS,
                                CHANGED,
                                BlockRowWriter.insert(
                                        "select 13810000000 + i, 32001, date '2012-10-09', date '2014-10-09', 1 from generate_series(1, "
                                                + NUMBERS + ") i"),
                                BlockRowWriter.insert(
                                        "select 13820000000 + i * 1000, 32001, date '2012-04-09', date '2012-10-09', 3 from generate_series(1, "
                                                + CHANGED + ") i"),
                                RegistrationRowWriter.insert("""
                                        select 1::bigint, i, 13810000000 + i, 32001, 1, date '2012-09-20', date '2012-10-09',
                                               date '2014-10-09'
                                        from generate_series(1, %1$d) i
                                        union all
                                        select 2, i, 13810000000 + i * 1000, 32001, 1, '2012-09-20', '2012-10-09', '2013-10-09'
                                        from generate_series(1, %2$d) i
                                        union all
                                        select 3, i, 13820000000 + i * 1000, 32001, 1, '2012-03-20', '2012-04-09', '2012-10-09'
                                        from generate_series(1, %2$d) i
                                        """.formatted(NUMBERS, CHANGED))))
                .update();
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @ParameterizedTest(name = "with statistics: {0}")
    @ValueSource(booleans = {false, true})
    void onlyWhatWasTouchedIsRead(boolean statistics) throws SQLException {
        if (statistics) {
            owner().sql("analyze").update();
        }
        TouchedNumbers byRegistrations = touched(1, "2012-09-24", 2, "2012-09-25");
        TouchedNumbers byDays = touched(3, "2012-10-08", 3, "2012-10-09");

        for (TouchedNumbers touched : new TouchedNumbers[] {byRegistrations, byDays}) {
            JsonNode plan = plan(touched);
            assertThat(plan.at("/Actual Rows").asLong()).isEqualTo(touched == byRegistrations ? 2L * CHANGED : CHANGED);
            assertThat(plan.at("/Shared Hit Blocks").asLong()
                            + plan.at("/Shared Read Blocks").asLong())
                    .as(plan.toPrettyString())
                    .isLessThan(MOST_PAGES);
        }
    }

    private static TouchedNumbers touched(long before, String day, long after, String dayAfter) {
        return new TouchedNumbers(new RegistryPeriod(
                new RegistryMoment(before, LocalDate.parse(day)),
                new RegistryMoment(after, LocalDate.parse(dayAfter))));
    }

    private static JsonNode plan(TouchedNumbers touched) throws SQLException {
        try (Connection connection = TestDatabase.owner(dataSource.getJdbcUrl()).getConnection();
                PreparedStatement query = touched.statement(connection)) {
            String explained = "explain (analyze, buffers, format json) " + query;
            try (PreparedStatement explain = connection.prepareStatement(explained);
                    ResultSet row = explain.executeQuery()) {
                row.next();
                return JsonMapper.shared().readTree(row.getString(1)).at("/0/Plan");
            }
        }
    }

    private static JdbcClient owner() {
        return JdbcClient.create(TestDatabase.owner(dataSource.getJdbcUrl()));
    }
}
