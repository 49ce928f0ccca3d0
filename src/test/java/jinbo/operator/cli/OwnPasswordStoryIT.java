package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code person password}: who acts keeps the password for the console, which is shown nowhere. */
class OwnPasswordStoryIT {

    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    private Path folder;

    private CommandSession commands;

    @BeforeEach
    void open() {
        commands = CommandSession.over(
                folder.resolve("home"), TestDatabase.freshUrl(), new SettableClock("2026-11-24T09:00:00+08:00"));
    }

    @Test
    void itIsSetByWhomItIsForAndForgottenAndTheLogSaysThatAndNotWhich() {
        Steps steps = new Steps();
        TestPerson wang = TestPerson.withKeyIn(folder, "wang");
        steps.take(
                "before anybody joins it is refused",
                () -> assertThat(commands.type("person", "password").err()).contains("Nobody is registered"));
        steps.take(
                "a person joins",
                () -> assertThat(commands.type(wang.adding("KEY_OFFICER")).exitCode())
                        .isZero());
        steps.take("without a proof of the person it is refused", () -> {
            CommandOutput unproven = commands.withInput(PASSWORD + "\n").type("person", "password");
            assertThat(unproven.exitCode()).isEqualTo(1);
        });
        steps.take("a short one is refused", () -> {
            CommandOutput tooShort = commands.as(wang).withInput("too short\n").type("person", "password");
            assertThat(tooShort.err()).contains("15 characters or more");
        });
        steps.take("the person sets it", () -> {
            CommandOutput set = commands.as(wang).withInput(PASSWORD + "\n").type("person", "password");
            assertThat(set.out()).startsWith("The password is set. wang signs in to the console");
        });
        steps.take("the log says so without the password", () -> {
            CommandOutput log = commands.as(wang).type("audit", "search", "--actor=wang");
            assertThat(log.out()).contains("person password").doesNotContain(PASSWORD);
        });
        steps.take("the person removes it", () -> {
            CommandOutput forgotten = commands.as(wang).type("person", "password", "--forget");
            assertThat(forgotten.out()).startsWith("The password is deleted. wang can no longer sign in");
        });
        steps.take("nothing is left to remove", () -> {
            CommandOutput none = commands.as(wang).type("person", "password", "--forget");
            assertThat(none.out()).startsWith("wang has no password");
        });
    }

    @Test
    void aFileThatOthersCanReadHoldsNone() throws Exception {
        TestPerson wang = TestPerson.withKeyIn(folder, "wang");
        commands.type(wang.adding("KEY_OFFICER"));
        Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\n");

        assertThat(commands.as(wang)
                        .type("person", "password", "--password-file=" + file)
                        .exitCode())
                .isEqualTo(1);
    }
}
