package jinbo.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import jinbo.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EarlierEntriesTest {

    @Test
    void entriesOfTheAccessLogFromBeforeThereWerePeopleGetTheRoleThatTheirActorHad() {
        try (HikariDataSource any = TestDatabase.fresh()) {
            JdbcClient.create(any).sql("create database before_people").update();
            DriverManagerDataSource older =
                    new DriverManagerDataSource(any.getJdbcUrl().replaceAll("/test\\d+", "/before_people"));
            Flyway.configure().dataSource(older).target("10").load().migrate();
            JdbcClient sql = JdbcClient.create(older);
            sql.sql("""
                    insert into access_log_entry (index, at, phase, intent, actor, operating_system_user, action, purpose,
                                                  object, outcome, numbers)
                    values (0, now(), 'INTENT', null, 'batch', 'root', 'TAKE_IN', 'acts', 'a file', null, null),
                           (1, now(), 'RESULT', 0, 'batch', 'root', 'TAKE_IN', 'acts', 'a file', 'ACCEPTED', 7),
                           (2, now(), 'INTENT', null, 'root', 'root', 'VERIFY_REGISTRY', 'proof', 'registry', null, null)
                    """).update();

            Flyway.configure().dataSource(older).load().migrate();

            assertThat(sql.sql(
                                    "select actor || ' ' || role || ' ' || coalesce(outcome, '-') from access_log_entry order by index")
                            .query(String.class)
                            .list())
                    .containsExactly("batch BATCH -", "batch BATCH ACCEPTED", "root OPERATOR -");
        }
    }
}
