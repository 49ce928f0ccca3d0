package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.sftp.DropException.KeyExchangeRefusedException;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.testing.AttackTable;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SshAlgorithmsIT {

    @TempDir
    private Path home;

    private LoginAttemptCounter logins;

    @BeforeEach
    void start() throws IOException {
        logins = new LoginAttemptCounter(home);
    }

    @AfterEach
    void stop() {
        logins.close();
    }

    /** Algorithms of an outdated server. */
    private enum Weakness {
        GROUP_1(ssh -> exchange(ssh, "diffie-hellman-group1-sha1")),
        GROUP_14_WITH_SHA_1(ssh -> exchange(ssh, "diffie-hellman-group14-sha1")),
        GROUP_EXCHANGE_WITH_SHA_1(ssh -> exchange(ssh, "diffie-hellman-group-exchange-sha1")),
        CBC(ssh -> ssh.setCipherFactories(List.of(BuiltinCiphers.aes256cbc, BuiltinCiphers.aes128cbc))),
        HMAC_SHA_1(ssh -> mac(ssh, "hmac-sha1")),
        HMAC_MD5(ssh -> mac(ssh, "hmac-md5")),
        HOST_KEY_WITH_SHA_1(ssh -> {
            ssh.setKeyPairProvider(KeyPairProvider.wrap(rsa()));
            ssh.setSignatureFactories(List.of(BuiltinSignatures.rsa));
        });

        private final Consumer<SshServer> change;

        Weakness(Consumer<SshServer> change) {
            this.change = change;
        }

        private static void exchange(SshServer ssh, String weak) {
            ssh.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(
                    true, List.of(BuiltinDHFactories.resolveFactory(weak)), ServerBuilder.DH2KEX));
        }

        private static void mac(SshServer ssh, String weak) {
            ssh.setCipherFactories(List.of(BuiltinCiphers.aes256ctr));
            ssh.setMacFactories(List.of(BuiltinMacs.resolveFactory(weak)));
        }

        private static KeyPair rsa() {
            try {
                return KeyUtils.generateKeyPair("ssh-rsa", 2048);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatHasNothingButWeakAlgorithmsIsRefused(Weakness weakness) throws IOException {
        try (CustomSshServer server = logins.server(weakness.change)) {
            KeyExchangeRefusedException refused = logins.refused(server);

            assertThat(refused).hasMessageContaining("none of the algorithms that are used here", "nothing was sent");
            assertThat(refused.getMessage()).matches(".*\\(it has [a-z ()]+: [a-z0-9, -]+\\)");
        }
        assertThat(logins.seen()).isEqualTo(LoginAttemptCounter.NOTHING_SENT);
        AttackTable.row(
                "drop: a server with nothing but " + weakness.name().replace('_', ' '),
                LoginAttemptCounter.NOTHING_SENT,
                logins.seen());
    }

    @Test
    void weakAlgorithmsAreOfferedByNeitherSide() throws IOException {
        try (TestDrop drop = new TestDrop(Files.createDirectory(home.resolve("drop")))) {
            Map<KexProposalOption, String> client = new ConcurrentHashMap<>();
            Map<KexProposalOption, String> server = new ConcurrentHashMap<>();
            SshClient ssh = DropClient.isolatedSshClient(TestDrop.SHORT);
            ssh.addSessionListener(new SessionListener() {
                @Override
                public void sessionNegotiationStart(
                        Session session, Map<KexProposalOption, String> ours, Map<KexProposalOption, String> theirs) {
                    client.putAll(ours);
                    server.putAll(theirs);
                }
            });
            ssh.start();
            ssh.connect("YUNHE", "127.0.0.1", drop.server.port())
                    .verify(TestDrop.SHORT.connect())
                    .getSession()
                    .waitFor(
                            EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED),
                            TestDrop.SHORT.login());
            ssh.stop();

            for (Map<KexProposalOption, String> proposal : List.of(client, server)) {
                assertThat(weakIn(proposal)).isEmpty();
                assertThat(proposal.get(KexProposalOption.ALGORITHMS)).contains("kex-strict-");
            }
            assertThat(lastResortsIn(server)).as("of the embedded server").isEmpty();
            lastResortsOf(client)
                    .forEach((option, names) -> assertThat(realNames(client.get(option)))
                            .as("of the client, last: %s", option)
                            .endsWith(names.toArray(String[]::new)));
            assertThat(lastResortsIn(client))
                    .contains("ecdh-sha2-nistp256", "ecdsa-sha2-nistp256", "hmac-sha2-256", "hmac-sha2-512");
        }
    }

    /** Verifies the test above. */
    @Test
    void allThatTheLibraryHasAndIsWeakIsSeenAsWeak() {
        Map<KexProposalOption, String> all = new EnumMap<>(KexProposalOption.class);
        all.put(KexProposalOption.ALGORITHMS, NamedResource.getNames(BuiltinDHFactories.VALUES));
        all.put(KexProposalOption.SERVERKEYS, NamedResource.getNames(BuiltinSignatures.VALUES));
        all.put(KexProposalOption.C2SENC, NamedResource.getNames(BuiltinCiphers.VALUES));
        all.put(KexProposalOption.S2CMAC, NamedResource.getNames(BuiltinMacs.VALUES));
        all.put(KexProposalOption.C2SCOMP, "none,zlib,zlib@openssh.com");

        assertThat(weakIn(all))
                .contains(
                        "diffie-hellman-group1-sha1",
                        "diffie-hellman-group14-sha1",
                        "diffie-hellman-group-exchange-sha1",
                        "ssh-rsa",
                        "ssh-dss",
                        "none",
                        "3des-cbc",
                        "aes256-cbc",
                        "arcfour128",
                        "hmac-sha1",
                        "hmac-md5",
                        "zlib",
                        "zlib@openssh.com")
                .doesNotContain(
                        "mlkem768x25519-sha256",
                        "diffie-hellman-group14-sha256",
                        "diffie-hellman-group16-sha512",
                        "rsa-sha2-256",
                        "aes128-gcm@openssh.com",
                        "hmac-sha2-256");
    }

    private enum LastResort {
        KEY_EXCHANGE_P_256(ssh -> Weakness.exchange(ssh, "ecdh-sha2-nistp256")),
        KEY_EXCHANGE_P_521(ssh -> Weakness.exchange(ssh, "ecdh-sha2-nistp521")),
        HMAC_AFTER_DECRYPTION(ssh -> Weakness.mac(ssh, "hmac-sha2-256")),
        HOST_KEY_P_256(ssh -> ssh.setKeyPairProvider(KeyPairProvider.wrap(CustomSshServer.ECDSA)));

        private final Consumer<SshServer> change;

        LastResort(Consumer<SshServer> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatHasNothingBetterIsTakenAndNotedByTheCheck(LastResort last) throws IOException {
        KeyPair pinned = last == LastResort.HOST_KEY_P_256 ? CustomSshServer.ECDSA : CustomSshServer.ED25519;
        try (CustomSshServer server = logins.server(last.change)) {
            assertThat(logins.codeOf(server, DropCheckStep.KEY_EXCHANGE, pinned))
                    .isEqualTo(DropCheckCode.EXCHANGE_LAST_RESORT);
            assertThat(DropCheckCode.EXCHANGE_LAST_RESORT.grade()).isEqualTo(DropCheckCode.Grade.NOTE);
        }
    }

    @Test
    void theCheckNotesNothingOfAServerThatHasBetter() throws IOException {
        try (CustomSshServer server = logins.server(ssh -> {})) {
            assertThat(logins.codeOf(server, DropCheckStep.KEY_EXCHANGE, CustomSshServer.ED25519))
                    .isEqualTo(DropCheckCode.EXCHANGE_STRICT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ALGORITHMS, 'ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521', curves of NIST",
        "C2SMAC, 'hmac-sha2-256,hmac-sha2-512', HMAC after decryption"
    })
    void theEmbeddedServerTakesNoLastResort(KexProposalOption option, String only, String what) throws IOException {
        String seen;
        try (TestDrop drop = new TestDrop(Files.createDirectory(home.resolve("drop")))) {
            Set<ClientSessionEvent> came = CustomSshClient.comesTo(drop, proposal -> {
                Map<KexProposalOption, String> changed = new EnumMap<>(proposal);
                changed.put(
                        option, option == KexProposalOption.ALGORITHMS ? only + ",kex-strict-c-v00@openssh.com" : only);
                // AES-GCM needs no HMAC
                changed.put(KexProposalOption.C2SENC, "aes256-ctr");
                return changed;
            });
            seen = came.contains(ClientSessionEvent.WAIT_AUTH) ? "let in" : "refused";
        }
        assertThat(seen).isEqualTo("refused");
        AttackTable.row("drop: a client of the embedded server with nothing but " + what, "refused", seen);
    }

    private static Set<String> lastResortsIn(Map<KexProposalOption, String> proposal) {
        return lastResortsOf(proposal).values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private static Map<KexProposalOption, List<String>> lastResortsOf(Map<KexProposalOption, String> proposal) {
        Map<KexProposalOption, List<String>> found = new EnumMap<>(KexProposalOption.class);
        proposal.forEach((option, names) -> found.put(
                option,
                Stream.of(names.split(","))
                        .filter(name -> name.contains("nistp")
                                || name.startsWith("hmac-") && !name.endsWith("-etm@openssh.com"))
                        .toList()));
        return found;
    }

    /** Without the markers for extensions. */
    private static List<String> realNames(String names) {
        return Stream.of(names.split(","))
                .filter(name -> !name.startsWith("kex-strict-") && !name.startsWith("ext-info-"))
                .toList();
    }

    private static Set<String> weakIn(Map<KexProposalOption, String> proposal) {
        return proposal.entrySet().stream()
                .flatMap(
                        option -> Stream.of(option.getValue().split(",")).filter(name -> isWeak(option.getKey(), name)))
                .collect(Collectors.toSet());
    }

    private static boolean isWeak(KexProposalOption option, String name) {
        return switch (option) {
            case C2SCOMP, S2CCOMP -> !"none".equals(name);
            case C2SLANG, S2CLANG -> false;
            default ->
                name.equals("none")
                        || name.equals("ssh-rsa")
                        || Stream.of("sha1", "group1-", "cbc", "md5", "3des", "arcfour", "dss")
                                .anyMatch(name::contains);
        };
    }
}
