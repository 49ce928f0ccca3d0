package jinbo.participant.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import jinbo.platform.home.Home;
import jinbo.testing.EarlierSchemaDatabase;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierInsurersIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @TempDir
    private Path folder;

    @Test
    void whatWasRecordedOfInsurersBeforeTheirChangesWereKeptIsTheirFirstChanges() {
        EarlierSchemaDatabase older = EarlierSchemaDatabase.at("before_standings", 14, folder);
        older.sql().sql("""
                insert into insurer (code, name, sector, joined_at, suspended_at, self_discipline_on, confidentiality_on,
                                     drop_keys)
                values ('YUNHE', 'Yunhe', 'LIFE', '2012-09-21T09:00+08', '2012-10-01T09:00+08', '2012-01-01', '2012-09-22', '{}'),
                       ('XINHE', 'Xinhe', 'LIFE', '2012-09-21T09:00+08', null, null, null, '{}')
                """).update();

        older.migrate();

        assertThat(older.sql()
                        .sql("select insurer || ' ' || event || ' ' || at::date from insurer_standing order by id")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "YUNHE JOINED 2012-09-21",
                        "XINHE JOINED 2012-09-21",
                        "YUNHE AGREED 2012-09-21",
                        "YUNHE SUSPENDED 2012-10-01");
        try (TestSlice parts = TestSlice.over(
                new Home(folder.resolve("home")).create().root(),
                older.url(),
                new SettableClock("2013-01-01T00:00:00Z"),
                "jinbo.accesslog",
                "jinbo.participant.insurer")) {
            InsurerStatusHistory standings = parts.bean(InsurerStatusHistory.class);
            assertThat(standings.at(YUNHE, Instant.parse("2013-01-01T00:00:00Z")))
                    .hasValue(parts.bean(Insurers.class).get(YUNHE).standing());
            assertThat(standings.at(YUNHE, Instant.parse("2012-09-30T00:00:00Z")))
                    .hasValueSatisfying(standing -> {
                        assertThat(standing.mayReceive(LocalDate.of(2012, 9, 21)))
                                .isFalse();
                        assertThat(standing.mayReceive(LocalDate.of(2012, 9, 22)))
                                .isTrue();
                    });
        }
    }
}
