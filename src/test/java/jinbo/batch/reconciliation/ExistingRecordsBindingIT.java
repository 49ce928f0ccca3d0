package jinbo.batch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jinbo.accesslog.BindExistingRecords;
import jinbo.accesslog.RecordKind;
import jinbo.platform.home.Home;
import jinbo.testing.EarlierSchemaDatabase;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What had been decided before records were bound to the access log is bound once, and as what it is: nobody's proven decision. */
class ExistingRecordsBindingIT {

    private static final int LAST_WITHOUT = 92;

    @TempDir
    private Path folder;

    @Test
    void recordsOfBeforeAreBoundOnceAndToldApart() {
        EarlierSchemaDatabase older = EarlierSchemaDatabase.at("before_records", LAST_WITHOUT, folder);
        older.sql().sql("""
                insert into insurer (code, name, sector, joined_at, drop_keys) values ('YUNHE', 'Yunhe', 'LIFE', now(), '{}');
                insert into insurer_standing (insurer, at, event) values ('YUNHE', now(), 'JOINED')
                """).update();
        older.migrate();
        try (TestSlice parts = TestSlice.over(
                new Home(folder.resolve("home")).create().root(),
                older.url(),
                new SettableClock("2012-09-21T09:00:00+08:00"),
                "jinbo.accesslog",
                "jinbo.participant.insurer")) {
            assertThat(check(parts).examples()).containsExactly("insurer YUNHE: no entry of the access log records it");

            parts.bean(BindExistingRecords.class).atStart();

            assertThat(check(parts).examples()).isEmpty();
            assertThat(check(parts).notComparable())
                    .containsExactly("insurer: 1 stand as they did when records began to be bound to the log;"
                            + " who decided them is not proven");
            assertThat(entries(parts))
                    .containsExactlyInAnyOrder(
                            Map.of("actor", "system", "role", "SYSTEM", "object", "insurer YUNHE"),
                            Map.of("actor", "system", "role", "SYSTEM", "object", "baseline of insurer"));

            parts.sql().sql("""
                    insert into insurer (code, name, sector, joined_at, drop_keys) values ('MALLORY', 'x', 'LIFE', now(), '{}');
                    insert into sales_unit (insurer, code, name, kind, added_at) values ('YUNHE', 'X', 'x', 'BANK', now())
                    """).update();
            parts.bean(BindExistingRecords.class).atStart();

            assertThat(entries(parts)).hasSize(2);
            assertThat(check(parts).examples())
                    .containsExactly(
                            "insurer MALLORY: no entry of the access log records it",
                            "sales unit YUNHE X: no entry of the access log records it");
        }
    }

    private static RuleResult check(TestSlice parts) {
        return CompareRecordsWithLog.compare(parts.sql(), List.copyOf(parts.beans(RecordKind.class)));
    }

    private static List<Map<String, Object>> entries(TestSlice parts) {
        return parts.sql()
                .sql("select actor, role, object from access_log_entry where phase = 'RESULT'")
                .query()
                .listOfRows();
    }
}
