package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.PromptAnswers;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Where keys have a passphrase, those that are made later have the same one, and what is wrong is told before anything begins. */
class KeysMadeUnderAPassphraseIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String MISTYPED = "correct horse battery stable";

    private final SettableClock clock = new SettableClock(NOW);
    private final Steps steps = new Steps();
    private final PromptAnswers person = new PromptAnswers();

    @TempDir
    private Path folder;

    private CommandSession commands;

    @Test
    void keysThatAreMadeLaterComeUnderThePassphraseOfTheOthers() throws IOException {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            commands = CommandSession.over(exchange).answeredBy(person);
            assertThat(commands.type("key", "ssh").err()).isEmpty();
            byte[] open = Files.readAllBytes(sshKey());
            person.next(PASSPHRASE, PASSPHRASE);
            assertThat(commands.type("key", "protect").err()).isEmpty();

            steps.take(
                    "no next key is made without the passphrase or under another",
                    this::aNextKeyIsNotMadeWithoutItNorUnderAnother);
            steps.take(
                    "the passphrase is asked for once and protects the next key",
                    this::whoTypesItIsAskedOnceAndTheNextKeyHasIt);
            steps.take("an SSH key is made under it, too", this::neitherIsASshKey);
            steps.take(
                    "a run without it touches nothing, though the SSH key is open",
                    () -> aRunEndsBeforeItTouchesAnythingThoughTheSshKeyIsOpen(exchange, open));
            steps.take(
                    "a wrong passphrase is reported before a new one is asked for",
                    this::aWrongOneIsToldBeforeANewOneIsAskedFor);
        }
    }

    private void aNextKeyIsNotMadeWithoutItNorUnderAnother() {
        refused(commands, "has a passphrase, but none was given", "key", "renew", "--reason", "two years old");
        refused(
                commands.with("JINBO_PASSPHRASE", MISTYPED),
                "check its passphrase",
                "key",
                "renew",
                "--reason",
                "two years old");
        assertThat(nextKey()).doesNotExist();
    }

    private void whoTypesItIsAskedOnceAndTheNextKeyHasIt() throws IOException {
        person.next(PASSPHRASE);

        assertThat(commands.type("key", "renew", "--reason", "two years old").err())
                .isEmpty();

        assertThat(person.questions()).hasSize(1);
        assertThat(SecretKeys.isProtectedFile(nextKey())).isTrue();
        assertThat(SecretKeys.load(nextKey(), PASSPHRASE.toCharArray())).isNotNull();
    }

    private void neitherIsASshKey() throws IOException {
        Files.delete(sshKey());
        refused(commands, "has a passphrase, but none was given", "key", "ssh");
        refused(commands.with("JINBO_PASSPHRASE", MISTYPED), "check its passphrase", "key", "ssh");
        assertThat(sshKey()).doesNotExist();
        person.next(PASSPHRASE);

        assertThat(commands.type("key", "ssh").err()).isEmpty();

        assertThat(new SshKeyFile(sshKey()).read(PASSPHRASE.toCharArray())).isNotNull();
        JsonNode wrong = commands.with("JINBO_PASSPHRASE", MISTYPED).failureJson("key", "ssh");
        assertThat(wrong.at("/error").asString()).isEqualTo("PASSPHRASE_WRONG");
    }

    private void aRunEndsBeforeItTouchesAnythingThoughTheSshKeyIsOpen(TestExchange exchange, byte[] open)
            throws IOException {
        byte[] kept = Files.readAllBytes(sshKey());
        Files.delete(sshKey());
        new OwnerOnlyFile(sshKey()).write(new String(open, java.nio.charset.StandardCharsets.US_ASCII));
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20261124-001.csv.pgp",
                "mobile,complaint,complained_on\n13810001234,TELEMARKETING,2026-11-20\n");
        int files = exchange.sql()
                .sql("select count(*) from inbound_file")
                .query(Integer.class)
                .single();

        refused(commands, "none was given", "run", "collect-uploads");
        refused(commands.with("JINBO_PASSPHRASE", MISTYPED), "check its passphrase", "run", "collect-uploads");

        assertThat(exchange.sql()
                        .sql("select count(*) from inbound_file")
                        .query(Integer.class)
                        .single())
                .isEqualTo(files);
        assertThat(exchange.listing("YUNHE", "upload")).hasSize(1);
        assertThat(exchange.listing("YUNHE", "download")).isEmpty();
        Files.delete(sshKey());
        new OwnerOnlyFile(sshKey()).write(new String(kept, java.nio.charset.StandardCharsets.US_ASCII));
    }

    private void aWrongOneIsToldBeforeANewOneIsAskedFor() {
        person.next(MISTYPED);

        CommandOutput wrong = commands.type("key", "protect");

        assertThat(wrong.err()).contains("check its passphrase");
        assertThat(person.questions()).hasSize(1).first().asString().startsWith("Passphrase of ");
    }

    private static void refused(CommandSession session, String why, String... words) {
        assertThat(session.failure(words)).contains(why);
    }

    private Path nextKey() {
        return folder.resolve("home/keys/openpgp/2.asc");
    }

    private Path sshKey() {
        return folder.resolve("home/keys/association.ssh");
    }
}
