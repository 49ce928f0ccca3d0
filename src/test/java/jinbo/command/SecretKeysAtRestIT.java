package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.disk.OwnerOnlyFile;
import jinbo.drop.ProtectedSshKey;
import jinbo.envelope.SecretKeys;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The association's keys come under a passphrase, under another, and out again; uploads are taken in all the time. */
class SecretKeysAtRestIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final String FIRST = "first: correct horse battery staple";
    private static final String SECOND = "第二个口令：correct horse battery staple";

    private final SettableClock clock = new SettableClock(NOW);
    private final Map<String, String> settings = new HashMap<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private int uploads;

    @TempDir
    private Path folder;

    @Test
    void theKeysComeUnderAPassphraseAndOutAgain() throws IOException {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            settings.putAll(StorySettings.at(NOW, exchange.databaseUrl()));
            everythingIsLogged();

            nobodyIsAskedWhileTheyHaveNone();
            SecretKeys open = SecretKeys.load(openPgp());
            theyAreProtectedByWhatIsTypedTwice(open);
            withoutItNothingIsOpenedAndNothingRefused(exchange);
            theEnvironmentAFileOrAPersonTellsIt(exchange);
            aWrongOneIsToldAtOnce();
            itIsChanged();
            aRemovalThatDiedLeavesNoOpenKey(open);
            itIsTakenOff(open);
        }
        assertThat(printed).noneMatch(text -> text.contains("battery staple"));
        assertThat(logged()).contains("DEBUG").doesNotContain("battery staple");
    }

    @Test
    void aFreshHomeWithAPassphraseMakesProtectedKeys() throws IOException {
        String url = jinbo.testing.TestDatabase.freshUrl();
        settings.putAll(StorySettings.at(NOW, url));
        settings.put("JINBO_PASSPHRASE", FIRST);

        assertThat(jinbo("key", "export").exitCode()).isZero();
        assertThat(jinbo("key", "ssh").exitCode()).isZero();

        assertThat(SecretKeys.areProtectedIn(openPgp())).isTrue();
        assertThat(ssh().isProtected()).isTrue();
        settings.remove("JINBO_PASSPHRASE");
        assertThat(jinbo("key", "export").err()).as("what is public needs none").isEmpty();
        assertThat(jinbo("key", "ssh").err()).contains("protected by a passphrase");
    }

    @Test
    void aPassphraseThatIsTooShortMakesNoKey() {
        settings.putAll(StorySettings.at(NOW, jinbo.testing.TestDatabase.freshUrl()));
        settings.put("JINBO_PASSPHRASE", "short");

        TypedCommand refused = jinbo("key", "export");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("too short", "15 characters");
        assertThat(openPgp()).doesNotExist();
    }

    private void nobodyIsAskedWhileTheyHaveNone() {
        collect(0);
        assertThat(questions).isEmpty();
        TypedCommand nobody = jinbo("key", "protect");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err()).contains("No new passphrase is told", "JINBO_NEW_PASSPHRASE", "--new-passphrase-file");
        assertThat(jinbo("key", "protect", "--remove").out()).contains("The keys have no passphrase");
        assertThat(jinbo("key", "protect", "--remove", "--new-passphrase-file", "x")
                        .exitCode())
                .isEqualTo(2);
        assertThat(jinbo("key", "protect", "--passphrase", FIRST).exitCode())
                .as("there is no such option")
                .isEqualTo(2);
        printed.remove(printed.size() - 1);
        questions.clear();
    }

    private void theyAreProtectedByWhatIsTypedTwice(SecretKeys open) throws IOException {
        typed.addAll(List.of(FIRST, SECOND));
        TypedCommand differ = jinbo("key", "protect");
        assertThat(differ.exitCode()).isEqualTo(1);
        assertThat(differ.err()).contains("differ");
        typed.addAll(List.of("short", "short"));
        assertThat(jinbo("key", "protect").err()).contains("too short");
        assertThat(SecretKeys.areProtectedIn(openPgp())).isFalse();

        typed.addAll(List.of(FIRST, FIRST));
        questions.clear();
        TypedCommand done = jinbo("key", "protect");

        assertThat(done.err()).isEmpty();
        assertThat(done.out()).contains("Protected by the new passphrase: association.asc, association.ssh");
        assertThat(questions).containsExactly("New passphrase (is not shown): ", "The same once more: ");
        assertThat(SecretKeys.load(openPgp(), FIRST.toCharArray()).certificate())
                .isEqualTo(open.certificate());
        assertThat(ssh().isProtected()).isTrue();
        try (Stream<Path> left = Files.list(openPgp().getParent())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".next") || name.equals("replacing"));
        }
    }

    private void withoutItNothingIsOpenedAndNothingRefused(TestExchange exchange) {
        drop(exchange);

        TypedCommand run = jinbo("run", "collect-uploads");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "association.asc is protected by a passphrase, and none is told",
                        "JINBO_PASSPHRASE",
                        "jinbo.keys.passphrase-file",
                        "at a terminal");
        assertThat(exchange.listing("YUNHE", "upload")).hasSize(1);
        assertThat(exchange.listing("YUNHE", "download")).isEmpty();
    }

    private void theEnvironmentAFileOrAPersonTellsIt(TestExchange exchange) throws IOException {
        settings.put("JINBO_PASSPHRASE", FIRST);
        collect(1);
        settings.remove("JINBO_PASSPHRASE");

        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve("passphrase"));
        file.write(FIRST + "\n");
        settings.put("jinbo.keys.passphrase-file", file.path().toString());
        drop(exchange);
        collect(1);
        settings.remove("jinbo.keys.passphrase-file");

        questions.clear();
        typed.add(FIRST);
        drop(exchange);
        collect(1);
        assertThat(questions)
                .as("once, for two keys")
                .containsExactly("Passphrase of " + openPgp() + " (is not shown): ");
        assertThat(exchange.listing("YUNHE", "download")).hasSize(6);
    }

    private void aWrongOneIsToldAtOnce() {
        settings.put("JINBO_PASSPHRASE", SECOND);
        TypedCommand wrong = jinbo("run", "publish-block-lists");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("does not open", "check the passphrase");
        assertThat(jinbo("key", "protect", "--remove").err()).contains("check the passphrase");
        settings.remove("JINBO_PASSPHRASE");
    }

    private void itIsChanged() throws IOException {
        settings.put("JINBO_PASSPHRASE", FIRST);
        settings.put("JINBO_NEW_PASSPHRASE", SECOND);

        TypedCommand changed = jinbo("key", "protect");

        assertThat(changed.err()).isEmpty();
        settings.remove("JINBO_NEW_PASSPHRASE");
        settings.put("JINBO_PASSPHRASE", SECOND);
        collect(0);
        assertThat(SecretKeys.load(openPgp(), SECOND.toCharArray())).isNotNull();
    }

    private void aRemovalThatDiedLeavesNoOpenKey(SecretKeys open) throws IOException {
        Path draft = openPgp().resolveSibling("association.asc.0f8fad5b-d9cb-469f-a165-70867728950e.next");
        new OwnerOnlyFile(draft).write(new String(open.armored(), StandardCharsets.US_ASCII));

        assertThat(jinbo("key", "export").err()).isEmpty();

        assertThat(draft).doesNotExist();
        assertThat(SecretKeys.areProtectedIn(openPgp())).isTrue();
    }

    private void itIsTakenOff(SecretKeys open) throws IOException {
        assertThat(jinbo("key", "protect", "--remove").out())
                .contains("Protected by the permissions of the files alone: association.asc, association.ssh");
        settings.remove("JINBO_PASSPHRASE");

        assertThat(SecretKeys.load(openPgp()).certificate()).isEqualTo(open.certificate());
        assertThat(ssh().isProtected()).isFalse();
        collect(0);
    }

    private void collect(int files) {
        TypedCommand run = jinbo("run", "collect-uploads", "--output", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().at("/files")).hasSize(files);
    }

    private void drop(TestExchange exchange) {
        uploads++;
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20261124-00" + uploads + ".csv.pgp",
                "mobile,complaint,complained_on\n1381000123" + uploads + ",TELEMARKETING,2026-11-20\n");
    }

    private TypedCommand jinbo(String... words) {
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString(), "--lang", "en"));
        all.addAll(List.of(words));
        TypedCommand command = TypedCommand.run(
                settings,
                "",
                question -> {
                    questions.add(question);
                    return Optional.ofNullable(typed.poll()).map(String::toCharArray);
                },
                all);
        printed.add(command.out() + command.err());
        return command;
    }

    /** Tests log to the console, where nobody could look for what must not be there. */
    private void everythingIsLogged() throws IOException {
        Path toFile = Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="file" class="ch.qos.logback.core.FileAppender">
                    <file>${LOG_FILE}</file>
                    <encoder><pattern>%level %logger %msg%n%xEx</pattern></encoder>
                  </appender>
                  <root level="debug"><appender-ref ref="file"/></root>
                </configuration>
                """);
        settings.put("logging.config", toFile.toString());
        settings.put("logging.level.root", "debug");
    }

    @AfterEach
    void logAsOtherTestsDo() throws JoranException {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        log.reset();
        new ContextInitializer(log).autoConfig();
    }

    private String logged() throws IOException {
        return Files.readString(folder.resolve("home/log/jinbo.log"), StandardCharsets.UTF_8);
    }

    private Path openPgp() {
        return folder.resolve("home/keys/association.asc").toAbsolutePath();
    }

    private ProtectedSshKey ssh() {
        return new ProtectedSshKey(folder.resolve("home/keys/association.ssh"));
    }
}
