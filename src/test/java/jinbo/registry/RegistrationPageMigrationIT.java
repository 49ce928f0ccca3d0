package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import jinbo.testing.EarlierSchemaDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acts that an earlier version has kept row by row are the same acts in pages. */
class RegistrationPageMigrationIT {

    private static final String ACTS = """
            set session_replication_role = replica;
            insert into act_batch (revision, kind, inbound_file, insurer, sector, registered_at, registered_on, effective_on,
                                   calendar_version, acts)
            select i, 'COMPLAINTS', i, 1, 'LIFE', '2012-09-21', '2012-09-21', '2012-10-09', 'x', 1 from generate_series(1, 2) i;
            -- more on one thousand than a page holds, some numbers twice
            insert into registration (batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on)
            select 1 + i % 2, 2 + i, 13810001000 + i * 7 % 1000, case i % 3 when 0 then 1 else 32001 end, i % 5,
                   date '2010-09-21' + i % 700, '2012-10-09', date '2013-04-09' + i % 2
            from generate_series(0, 2499) i;
            insert into registration (batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on)
            select 2, 10000 + i, 13910000000 + i * 1000, 32001, 1, '2012-09-20', '2012-10-09', '2013-04-09' from generate_series(1, 30) i;
            -- a word, and an act whose number was erased
            insert into registration (batch, line, mobile, scope, effective_on, expires_on)
            values (3, 1, 13810001000, 0, '2012-09-21', '2012-09-21');
            insert into registration (batch, line, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch)
            values (1, 5000, 32001, 1, '2012-09-20', '2012-10-09', '2013-04-09', sha256('x'), 2012);
            create table earlier as select * from registration;
            set session_replication_role = origin;
            """;

    private static final String COLUMNS =
            "batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on, subject, subject_epoch";

    @TempDir
    Path folder;

    @Test
    void everyActIsWhatItWas() {
        EarlierSchemaDatabase earlier = EarlierSchemaDatabase.at("earlier_acts", 23, folder);
        earlier.sql().sql(ACTS).update();

        earlier.migrate();

        assertThat(rows(earlier, "(select %1$s from earlier except all select %1$s from registration)"))
                .as("missing")
                .isEmpty();
        assertThat(rows(earlier, "(select %1$s from registration except all select %1$s from earlier)"))
                .as("too many")
                .isEmpty();
        assertThat(rows(
                        earlier,
                        "(select %1$s from earlier where mobile is not null except all"
                                + " select %1$s from (select distinct mobile as n from earlier) n, acts_on(n))"))
                .as("not found by number")
                .isEmpty();
        assertThat(rows(earlier, "registration_row")).hasSize(2);
    }

    @Test
    void anActThatNoPageCanHoldStopsTheUpgradeWithNothingChanged() {
        EarlierSchemaDatabase earlier = EarlierSchemaDatabase.at("earlier_far_acts", 23, folder);
        earlier.sql().sql(ACTS).update();
        earlier.sql()
                .sql("update registration set expires_on = '2190-01-01' where line = 2")
                .update();

        assertThatThrownBy(earlier::migrate).hasMessageContaining("registry verify");

        assertThat(rows(earlier, "registration")).hasSize(2532);
    }

    private static List<String> rows(EarlierSchemaDatabase database, String from) {
        return database.sql()
                .sql("select r::text from " + from.formatted(COLUMNS) + " r")
                .query(String.class)
                .list();
    }
}
