package jinbo.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After concurrent changes by two processes, all keys of a home have one passphrase. */
class ConcurrentKeyChangeIT {

    private static final String FIRST = "first: correct horse battery staple";
    private static final String SECOND = "second: correct horse battery staple";

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");

    @TempDir
    private Path folder;

    @Test
    void allKeysHaveOnePassphraseAfterConcurrentChanges() throws Exception {
        Path told = folder.resolve("passphrase");
        new OwnerOnlyFile(told).write(FIRST);
        Map<String, String> settings = Map.of("jinbo.keys.passphrase-file", told.toString());
        new Home(folder.resolve("home")).create();
        try (TestExchange one = TestExchange.start(folder.resolve("home"), clock, settings);
                TestExchange other = one.anotherProcess()) {
            // generated with the configured passphrase, as in any new home
            one.bean(AssociationKeys.class).requireOpen();
            one.bean(ProtectKeys.class).removePassphrase();

            atTheSameMoment(
                    () -> one.bean(ProtectKeys.class).with(passphrase(FIRST)),
                    () -> other.bean(RotateAssociationKeys.class).renew(Optional.empty(), Optional.empty()));
            assertThat(new KeyPaths(keys()).all()).hasSize(3);
            assertAllUnder(FIRST);

            // in either order: the change to the first passphrase finds keys that it opens, or fails
            atTheSameMoment(
                    () -> one.bean(ProtectKeys.class).with(passphrase(FIRST)),
                    () -> other.bean(ProtectKeys.class).with(passphrase(SECOND)));
            assertAllUnder(SECOND);
        }
    }

    private void assertAllUnder(String passphrase) throws IOException {
        for (Path key : new KeyPaths(keys()).all()) {
            Object opened = key.toString().endsWith(".ssh")
                    ? new SshKeyFile(key).read(passphrase.toCharArray())
                    : SecretKeys.load(key, passphrase.toCharArray());
            assertThat(opened).isNotNull();
            assertThat(
                            key.toString().endsWith(".ssh")
                                    ? new SshKeyFile(key).isProtected()
                                    : SecretKeys.isProtectedFile(key))
                    .as(key.toString())
                    .isTrue();
        }
    }

    private static void atTheSameMoment(Callable<Object> one, Callable<Object> other) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Object> done : threads.invokeAll(List.of(one, other))) {
                try {
                    assertThat(done.get()).isNotNull();
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(KeysException.class);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Passphrase passphrase(String characters) {
        return Passphrase.of(characters.toCharArray());
    }

    private Path keys() {
        return folder.resolve("home/keys");
    }
}
