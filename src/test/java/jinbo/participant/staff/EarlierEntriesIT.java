package jinbo.participant.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jinbo.testing.EarlierSchemaDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierEntriesIT {

    @TempDir
    private Path folder;

    @Test
    void entriesOfTheAccessLogFromBeforeThereWerePeopleGetTheRoleThatTheirActorHad() {
        EarlierSchemaDatabase older = EarlierSchemaDatabase.at("before_people", 10, folder);
        older.sql().sql("""
                insert into access_log_entry (index, at, phase, intent, actor, operating_system_user, action, purpose,
                                              object, outcome, numbers)
                values (0, now(), 'INTENT', null, 'batch', 'root', 'TAKE_IN', 'acts', 'a file', null, null),
                       (1, now(), 'RESULT', 0, 'batch', 'root', 'TAKE_IN', 'acts', 'a file', 'ACCEPTED', 7),
                       (2, now(), 'INTENT', null, 'root', 'root', 'VERIFY_REGISTRY', 'proof', 'registry', null, null)
                """).update();

        older.migrate();

        assertThat(older.sql()
                        .sql(
                                "select actor || ' ' || role || ' ' || coalesce(outcome, '-') from access_log_entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly("batch BATCH -", "batch BATCH ACCEPTED", "root OPERATOR -");
    }
}
