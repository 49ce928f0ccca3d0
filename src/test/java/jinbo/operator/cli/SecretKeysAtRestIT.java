package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.PromptAnswers;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The association's keys come under a passphrase, under another, and out again; uploads are ingested all the time. */
class SecretKeysAtRestIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final String FIRST = "first: correct horse battery staple";
    private static final String SECOND = "第二个口令：correct horse battery staple";

    private final SettableClock clock = new SettableClock(NOW);
    private final Steps steps = new Steps();
    private final PromptAnswers person = new PromptAnswers();
    private final List<String> printed = new ArrayList<>();
    private int uploads;

    @TempDir
    private Path folder;

    private CommandSession commands;

    @Test
    void theKeysComeUnderAPassphraseAndOutAgain() throws IOException {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            commands = open(CommandSession.over(exchange));
            steps.take("everything is logged", this::everythingIsLogged);

            steps.take("nobody is asked while the keys have no passphrase", this::nobodyIsAskedWhileTheyHaveNone);
            SecretKeys open = SecretKeys.load(openPgp());
            steps.take(
                    "a passphrase that is typed twice protects the keys",
                    () -> theyAreProtectedByWhatIsTypedTwice(open));
            steps.take(
                    "without it nothing is opened and nothing refused",
                    () -> withoutItNothingIsOpenedAndNothingRefused(exchange));
            steps.take(
                    "it comes from the environment, a file or a person",
                    () -> theEnvironmentAFileOrAPersonTellsIt(exchange));
            steps.take("a wrong one is reported at once", this::aWrongOneIsToldAtOnce);
            steps.take("the passphrase is changed", this::itIsChanged);
            steps.take("an interrupted removal leaves no open key", () -> aRemovalThatDiedLeavesNoOpenKey(open));
            steps.take("the passphrase is removed", () -> itIsTakenOff(open));
        }
        assertThat(printed).noneMatch(text -> text.contains("battery staple"));
        assertThat(logged()).contains("DEBUG").doesNotContain("battery staple");
    }

    @Test
    void aFreshHomeWithAPassphraseMakesProtectedKeys() throws IOException {
        CommandSession withoutPassphrase = freshHome();
        commands = withoutPassphrase.with("JINBO_PASSPHRASE", FIRST);

        assertThat(commands.type("key", "export").exitCode()).isZero();
        assertThat(commands.type("key", "ssh").exitCode()).isZero();

        assertThat(SecretKeys.isProtectedFile(openPgp())).isTrue();
        assertThat(ssh().isProtected()).isTrue();
        assertThat(withoutPassphrase.type("key", "export").err())
                .as("what is public needs none")
                .isEmpty();
        assertThat(withoutPassphrase.type("key", "ssh").err()).contains("has a passphrase");
    }

    @Test
    void aPassphraseThatIsTooShortMakesNoKey() {
        assertThat(freshHome().with("JINBO_PASSPHRASE", "short").failure("key", "export"))
                .contains("too short", "15 characters");
        assertThat(openPgp()).doesNotExist();
    }

    private CommandSession open(CommandSession session) {
        return session.answeredBy(person).readBy(typed -> printed.add(typed.shown()));
    }

    private CommandSession freshHome() {
        return open(CommandSession.over(folder.resolve("home"), TestDatabase.freshUrl(), clock));
    }

    private void nobodyIsAskedWhileTheyHaveNone() {
        collect(commands, 0);
        assertThat(person.questions()).isEmpty();
        CommandOutput nobody = commands.type("key", "protect");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err())
                .contains("No new passphrase was given", "JINBO_NEW_PASSPHRASE", "--new-passphrase-file");
        assertThat(commands.type("key", "protect", "--remove").out()).contains("The keys have no passphrase");
        assertThat(commands.type("key", "protect", "--remove", "--new-passphrase-file", "x")
                        .exitCode())
                .isEqualTo(2);
        assertThat(commands.type("key", "protect", "--passphrase", FIRST).exitCode())
                .as("there is no such option")
                .isEqualTo(2);
        printed.remove(printed.size() - 1);
    }

    private void theyAreProtectedByWhatIsTypedTwice(SecretKeys open) throws IOException {
        person.next(FIRST, SECOND);
        CommandOutput differ = commands.type("key", "protect");
        assertThat(differ.exitCode()).isEqualTo(1);
        assertThat(differ.err()).contains("differ");
        person.next("short", "short");
        assertThat(commands.type("key", "protect").err()).contains("too short");
        assertThat(SecretKeys.isProtectedFile(openPgp())).isFalse();

        person.next(FIRST, FIRST);
        CommandOutput done = commands.type("key", "protect");

        assertThat(done.err()).isEmpty();
        assertThat(done.out()).contains("Protected by the new passphrase: association.asc, association.ssh");
        assertThat(person.questions()).containsExactly("New passphrase (not shown): ", "Repeat the new passphrase: ");
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

        CommandOutput run = commands.type("run", "collect-uploads");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "association.asc has a passphrase, but none was given",
                        "JINBO_PASSPHRASE",
                        "jinbo.keys.passphrase-file",
                        "at a terminal");
        assertThat(exchange.listing("YUNHE", "upload")).hasSize(1);
        assertThat(exchange.listing("YUNHE", "download")).isEmpty();
    }

    private void theEnvironmentAFileOrAPersonTellsIt(TestExchange exchange) throws IOException {
        collect(commands.with("JINBO_PASSPHRASE", FIRST), 1);

        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve("passphrase"));
        file.write(FIRST + "\n");
        drop(exchange);
        collect(commands.with("jinbo.keys.passphrase-file", file.path().toString()), 1);

        person.next(FIRST);
        drop(exchange);
        collect(commands, 1);
        assertThat(person.questions())
                .as("once, for two keys")
                .containsExactly("Passphrase of " + openPgp() + " (not shown): ");
        assertThat(exchange.listing("YUNHE", "download")).hasSize(6);
    }

    private void aWrongOneIsToldAtOnce() {
        CommandSession mistaken = commands.with("JINBO_PASSPHRASE", SECOND);
        CommandOutput wrong = mistaken.type("run", "publish-block-lists");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("does not open", "check its passphrase");
        assertThat(mistaken.type("key", "protect", "--remove").err()).contains("check its passphrase");
    }

    private void itIsChanged() throws IOException {
        CommandOutput changed = commands.with("JINBO_PASSPHRASE", FIRST)
                .with("JINBO_NEW_PASSPHRASE", SECOND)
                .type("key", "protect");

        assertThat(changed.err()).isEmpty();
        collect(commands.with("JINBO_PASSPHRASE", SECOND), 0);
        assertThat(SecretKeys.load(openPgp(), SECOND.toCharArray())).isNotNull();
    }

    private void aRemovalThatDiedLeavesNoOpenKey(SecretKeys open) throws IOException {
        Path draft = openPgp().resolveSibling("association.asc.0f8fad5b-d9cb-469f-a165-70867728950e.next");
        new OwnerOnlyFile(draft).write(new String(open.armored(), StandardCharsets.US_ASCII));

        assertThat(commands.with("JINBO_PASSPHRASE", SECOND)
                        .type("key", "export")
                        .err())
                .isEmpty();

        assertThat(draft).doesNotExist();
        assertThat(SecretKeys.isProtectedFile(openPgp())).isTrue();
    }

    private void itIsTakenOff(SecretKeys open) throws IOException {
        assertThat(commands.with("JINBO_PASSPHRASE", SECOND)
                        .type("key", "protect", "--remove")
                        .out())
                .contains("Protected only by file permissions: association.asc, association.ssh");

        assertThat(SecretKeys.load(openPgp()).certificate()).isEqualTo(open.certificate());
        assertThat(ssh().isProtected()).isFalse();
        collect(commands, 0);
    }

    private static void collect(CommandSession session, int files) {
        assertThat(session.json("run", "collect-uploads").at("/files")).hasSize(files);
    }

    private void drop(TestExchange exchange) {
        uploads++;
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20261124-00" + uploads + ".csv.pgp",
                "mobile,complaint,complained_on\n1381000123" + uploads + ",TELEMARKETING,2026-11-20\n");
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
        commands = commands.with("logging.config", toFile.toString()).with("logging.level.root", "debug");
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

    private SshKeyFile ssh() {
        return new SshKeyFile(folder.resolve("home/keys/association.ssh"));
    }
}
