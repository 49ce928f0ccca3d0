package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code person password}: who acts keeps the password for the console, which is shown nowhere. */
class OwnPasswordStoryIT {

    private static final String PASSWORD = "correct horse battery staple";

    private final Map<String, String> settings = StorySettings.at("2026-11-24T09:00:00+08:00", TestDatabase.freshUrl());

    @TempDir
    private Path folder;

    @Test
    void itIsSetByWhomItIsForAndForgottenAndTheLogSaysThatAndNotWhich() {
        TestPerson wang = TestPerson.withKeyIn(folder, "wang");
        assertThat(run("", List.of("person", "password")).err()).contains("Nobody is registered");
        assertThat(run("", List.of(wang.adding("KEY_OFFICER"))).exitCode()).isZero();

        TypedCommand unproven = run(PASSWORD + "\n", List.of("person", "password"));
        TypedCommand tooShort = run("too short\n", as(wang, "person", "password"));
        TypedCommand set = run(PASSWORD + "\n", as(wang, "person", "password"));
        TypedCommand log = run("", as(wang, "audit", "search", "--actor=wang"));
        TypedCommand forgotten = run("", as(wang, "person", "password", "--forget"));
        TypedCommand none = run("", as(wang, "person", "password", "--forget"));

        assertThat(unproven.exitCode()).isEqualTo(1);
        assertThat(tooShort.err()).contains("15 characters or more");
        assertThat(set.out()).startsWith("Kept. wang signs in at the console");
        assertThat(log.out()).contains("person password").doesNotContain(PASSWORD);
        assertThat(forgotten.out()).startsWith("Forgotten. wang cannot sign in");
        assertThat(none.out()).startsWith("wang has no password");
    }

    @Test
    void aFileThatOthersCanReadHoldsNone() throws Exception {
        TestPerson wang = TestPerson.withKeyIn(folder, "wang");
        run("", List.of(wang.adding("KEY_OFFICER")));
        Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\n");

        assertThat(run("", as(wang, "person", "password", "--password-file=" + file))
                        .exitCode())
                .isEqualTo(1);
    }

    private static List<String> as(TestPerson person, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(person.options());
        return all;
    }

    private TypedCommand run(String input, List<String> words) {
        List<String> all = new ArrayList<>(
                List.of("--lang", "en", "--home", folder.resolve("home").toString()));
        all.addAll(words);
        return TypedCommand.run(settings, input, all);
    }
}
