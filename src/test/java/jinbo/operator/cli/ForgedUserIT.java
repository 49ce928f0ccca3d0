package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import jinbo.testing.AttackTable;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.JinboProcess;
import jinbo.testing.SettableClock;
import jinbo.testing.Shell;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who may run the program wants an entry of the access log to stand in a colleague's name. */
class ForgedUserIT {

    private static final String VICTIM = "wang";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");
    private final String database = TestDatabase.freshUrl();
    private Path home;
    private String attackersKey;

    @BeforeEach
    void twoPeopleAreRegistered() {
        home = folder.resolve("home");
        CommandSession commands = CommandSession.over(home, database, clock);
        TestPerson wang = TestPerson.withKeyIn(folder, VICTIM);
        TestPerson attacker = TestPerson.withKeyIn(folder, "li");
        attackersKey = attacker.identity().toString();
        assertThat(commands.type(wang.adding("KEY_OFFICER")).err()).isEmpty();
        assertThat(commands.as(wang).type(attacker.adding("KEY_OFFICER")).err()).isEmpty();
        commands.startAnew();
    }

    @Test
    void anOptionOfTheJvmDoesNotMakeAnEntryInAColleaguesName() {
        CommandOutput forged = JinboProcess.over(home, database)
                .with("JAVA_TOOL_OPTIONS", "-Duser.name=" + VICTIM)
                .with("USER", VICTIM)
                .with("LOGNAME", VICTIM)
                .type("drop", "check", "YUNHE", "--as", VICTIM, "--identity", attackersKey);

        assertThat(forged.exitCode()).as(forged.shown()).isEqualTo(1);
        assertThat(forged.err()).contains("-Duser.name=wang", "is not that of wang");
        AttackTable.row(
                "local: a refusal in a colleague's name, by the JVM's option `user.name`",
                "actor and os_user are the process's user; drop check YUNHE, claimed: wang",
                seenBy(new Shell(folder, Map.of())
                        .run("id", "-un")
                        .succeeded()
                        .out()
                        .strip()));
    }

    private String seenBy(String user) {
        return TestDatabase.sql(database)
                .sql("select actor, operating_system_user, object from access_log_entry where phase = 'REFUSAL'")
                .query((row, number) -> row.getString(1).equals(user)
                                && row.getString(2).equals(user)
                        ? "actor and os_user are the process's user; " + row.getString(3)
                        : "actor " + row.getString(1) + ", os_user " + row.getString(2) + "; " + row.getString(3))
                .single();
    }
}
