package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseIT {

    @Test
    void eachDatabaseIsMigratedAndOfItsOwn() {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            JdbcClient.create(TestDatabase.owner(one.getJdbcUrl()))
                    .sql("create table mine (x int)")
                    .update();

            assertThat(JdbcClient.create(other)
                            .sql("select count(*) from information_schema.tables where table_name = 'mine'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
