package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.disk.OwnerOnlyFile;
import jinbo.drop.ProtectedSshKey;
import jinbo.envelope.SecretKeys;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Where keys have a passphrase, those that are made later have the same one, and what is wrong is told before anything begins. */
class KeysMadeUnderAPassphraseIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String MISTYPED = "correct horse battery stable";

    private final SettableClock clock = new SettableClock(NOW);
    private final Map<String, String> settings = new HashMap<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void keysThatAreMadeLaterComeUnderThePassphraseOfTheOthers() throws IOException {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            settings.putAll(StorySettings.at(NOW, exchange.databaseUrl()));
            assertThat(jinbo("key", "ssh").err()).isEmpty();
            byte[] open = Files.readAllBytes(sshKey());
            typed.addAll(List.of(PASSPHRASE, PASSPHRASE));
            assertThat(jinbo("key", "protect").err()).isEmpty();

            aNextKeyIsNotMadeWithoutItNorUnderAnother();
            whoTypesItIsAskedOnceAndTheNextKeyHasIt();
            neitherIsASshKey();
            aRunEndsBeforeItTouchesAnythingThoughTheSshKeyIsOpen(exchange, open);
            aWrongOneIsToldBeforeANewOneIsAskedFor();
        }
    }

    private void aNextKeyIsNotMadeWithoutItNorUnderAnother() {
        refused("protected by a passphrase, and none is told", "key", "renew", "--reason", "two years old");
        withMistyped(() -> refused("check the passphrase", "key", "renew", "--reason", "two years old"));
        assertThat(nextKey()).doesNotExist();
    }

    private void whoTypesItIsAskedOnceAndTheNextKeyHasIt() throws IOException {
        typed.add(PASSPHRASE);
        questions.clear();

        assertThat(jinbo("key", "renew", "--reason", "two years old").err()).isEmpty();

        assertThat(questions).hasSize(1);
        assertThat(SecretKeys.areProtectedIn(nextKey())).isTrue();
        assertThat(SecretKeys.load(nextKey(), PASSPHRASE.toCharArray())).isNotNull();
    }

    private void neitherIsASshKey() throws IOException {
        Files.delete(sshKey());
        refused("protected by a passphrase, and none is told", "key", "ssh");
        withMistyped(() -> refused("check the passphrase", "key", "ssh"));
        assertThat(sshKey()).doesNotExist();
        typed.add(PASSPHRASE);

        assertThat(jinbo("key", "ssh").err()).isEmpty();

        assertThat(new ProtectedSshKey(sshKey()).read(PASSPHRASE.toCharArray())).isNotNull();
        withMistyped(() -> {
            TypedCommand wrong = jinbo("key", "ssh", "--output", "json");
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(JsonMapper.shared().readTree(wrong.err()).at("/error").asString())
                    .isEqualTo("PASSPHRASE_WRONG");
        });
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

        refused("none is told", "run", "collect-uploads");
        withMistyped(() -> refused("check the passphrase", "run", "collect-uploads"));

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
        typed.add(MISTYPED);
        questions.clear();

        TypedCommand wrong = jinbo("key", "protect");

        assertThat(wrong.err()).contains("check the passphrase");
        assertThat(questions).hasSize(1).first().asString().startsWith("Passphrase of ");
    }

    private void refused(String why, String... words) {
        TypedCommand refused = jinbo(words);
        assertThat(refused.err()).contains(why);
        assertThat(refused.exitCode()).isEqualTo(1);
    }

    private void withMistyped(Runnable what) {
        settings.put("JINBO_PASSPHRASE", MISTYPED);
        what.run();
        settings.remove("JINBO_PASSPHRASE");
    }

    private TypedCommand jinbo(String... words) {
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString(), "--lang", "en"));
        all.addAll(List.of(words));
        return TypedCommand.run(
                settings,
                "",
                question -> {
                    questions.add(question);
                    return Optional.ofNullable(typed.poll()).map(String::toCharArray);
                },
                all);
    }

    private Path nextKey() {
        return folder.resolve("home/keys/openpgp/2.asc");
    }

    private Path sshKey() {
        return folder.resolve("home/keys/association.ssh");
    }
}
