package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A newer version has migrated the database: the older program refuses to start over it, and changes nothing. */
class ProgramTooOldIT {

    @TempDir
    private Path home;

    private final String url = TestDatabase.freshUrl();
    private final JdbcClient owner = TestDatabase.sql(url);
    private CommandSession commands;

    @BeforeEach
    void aNewerVersionHasMigrated() {
        commands = CommandSession.over(home, url, new SettableClock("2026-11-24T09:00:00+08:00"))
                .with("spring.flyway.url", TestDatabase.ownerUrl(url));
        assertThat(commands.type("status").exitCode()).isZero();
        commands.startAnew();
        owner.sql("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) values (901, '9001', 'newer', 'SQL',"
                        + " 'V9001__newer.sql', 1, 'x', 1, true)")
                .update();
        // what that version has granted otherwise: this one would grant it anew
        owner.sql("update flyway_schema_history set checksum = 1 where script = 'R__roles.sql'")
                .update();
    }

    @Test
    void refusesToStartAndChangesNothing() {
        List<String> before = history();

        CommandOutput refused = commands.type("status");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("The database has schema 9001 from a newer version of Jinbo, but this version knows only"
                        + " schema ")
                .contains("install the newer version again, or restore the backup from before the upgrade");
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void saysSoInChineseAndToPrograms() {
        assertThat(commands.in("zh").type("status").err()).contains("较新版本", "重新安装较新版本", "9001");
        assertThat(commands.failureJson("status").at("/error").stringValue()).isEqualTo("PROGRAM_TOO_OLD");
    }

    @Test
    void serveRefusesToStart() throws Exception {
        try (ServingProcess serving = ServingProcess.start(commands)) {
            assertThat(serving.exitCode()).isEqualTo(1);
            assertThat(serving.err()).contains("schema 9001");
        }
    }

    private List<String> history() {
        return owner.sql("select flyway_schema_history::text from flyway_schema_history order by installed_rank")
                .query(String.class)
                .list();
    }
}
