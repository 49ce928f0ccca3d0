package jinbo.exchange.sftp;

import static jinbo.exchange.sftp.CustomSshServer.ED25519;
import static jinbo.exchange.sftp.server.TestDrop.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.exchange.sftp.DropException.DropLoginRefusedException;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckResult;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.exchange.sftp.check.PlainProbe;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.PromptEntry;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.PasswordChangeRequiredException;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordLoginIT {

    private static final String PASSWORD = "correct horse 电池";

    @TempDir
    private Path home;

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private KeyPair key;

    @BeforeEach
    void folders() throws IOException {
        key = new SshKeyFile(home.resolve("key")).generate();
        for (DropFolder folder : DropFolder.values()) {
            Files.createDirectories(home.resolve("drop").resolve(folder.folderName()));
        }
    }

    @Test
    void aServerThatTakesOnlyPasswordsIsEnteredByPassword() throws IOException {
        try (CustomSshServer server = passwordsOnly()) {
            assertThat(enter(server, DropCredentials.ofKey(key).andPassword(PASSWORD)))
                    .isEmpty();
            assertThat(shown).containsExactly(PASSWORD);
        }
    }

    @Test
    void aServerThatAsksForThePasswordByADialogueGetsIt() throws IOException {
        try (CustomSshServer server = asking("Password for jinbo: ", false)) {
            assertThat(enter(server, DropCredentials.ofKey(key).andPassword(PASSWORD)))
                    .isEmpty();
            assertThat(shown).containsExactly(PASSWORD);
        }
    }

    @Test
    void aDialogueInOtherWordsThanOursGetsItToo() throws IOException {
        try (CustomSshServer server = asking("请输入口令：", false)) {
            assertThat(enter(server, DropCredentials.ofPassword(PASSWORD))).isEmpty();
        }
    }

    @Test
    void aQuestionWhoseAnswerIsShownAndOneWithTwoPartsGetNothing() throws IOException {
        try (CustomSshServer visible = asking("Your mother's name: ", true);
                CustomSshServer two = asking("Password: |Token: ", false)) {
            for (CustomSshServer server : List.of(visible, two)) {
                assertThatThrownBy(() -> enter(server, DropCredentials.ofPassword(PASSWORD)))
                        .isInstanceOf(DropLoginRefusedException.class);
            }
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void aWrongPasswordIsShownOnceAndIsInNoMessage() throws IOException {
        try (CustomSshServer server = server(ssh -> {
            ssh.setUserAuthFactories(
                    List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
            ssh.setPasswordAuthenticator(this::note);
            ssh.setKeyboardInteractiveAuthenticator(new Asking("Password: ", false));
        })) {
            assertThatThrownBy(() -> enter(server, DropCredentials.ofPassword("a guess")))
                    .isInstanceOf(DropLoginRefusedException.class)
                    .hasMessageNotContaining("a guess")
                    .hasStackTraceContaining("password");
        }
        assertThat(shown).as("twice may lock the account").containsExactly("a guess");
    }

    @Test
    void aServerThatWantsKeyAndPasswordGetsBoth() throws IOException {
        try (CustomSshServer server = server(ssh -> {
            ssh.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
            ssh.setPasswordAuthenticator(this::note);
            CoreModuleProperties.AUTH_METHODS.set(ssh, "publickey,password");
        })) {
            assertThat(enter(server, DropCredentials.ofKey(key).andPassword(PASSWORD)))
                    .isEmpty();
            assertThatThrownBy(() -> enter(server, DropCredentials.ofKey(key)))
                    .isInstanceOf(DropLoginRefusedException.class);
        }
    }

    @Test
    void aPasswordIsNeverShownToAServerWithAnotherHostKey() throws IOException {
        try (CustomSshServer server = passwordsOnly();
                DropClient client = new DropClient(DropCredentials.ofPassword(PASSWORD), TestDrop.SHORT)) {
            assertThatThrownBy(() -> client.open(YUNHE, server.address(CustomSshServer.ECDSA)))
                    .isInstanceOf(HostKeyRefusedException.class);
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void aCheckSaysThatAPasswordIsWantedOrHasExpired() throws IOException {
        try (CustomSshServer server = passwordsOnly();
                CustomSshServer expired = server(ssh -> {
                    ssh.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
                    ssh.setPasswordAuthenticator((user, password, session) -> {
                        throw new PasswordChangeRequiredException("now", "a new one, please", "en");
                    });
                })) {
            assertThat(login(server, DropCredentials.ofKey(key)).code()).isEqualTo(DropCheckCode.PASSWORD_WANTED);
            assertThat(login(server, DropCredentials.ofPassword(PASSWORD)).code())
                    .isEqualTo(DropCheckCode.LOGGED_IN);
            assertThat(login(server, DropCredentials.ofPassword("another")).code())
                    .isEqualTo(DropCheckCode.LOGIN_REFUSED);
            assertThat(login(expired, DropCredentials.ofPassword(PASSWORD)).code())
                    .isEqualTo(DropCheckCode.PASSWORD_EXPIRED);
        }
    }

    private DropCheckResult login(CustomSshServer server, DropCredentials own) {
        try (DropClient client = new DropClient(own, TestDrop.SHORT)) {
            List<DropCheckResult> found = PlainProbe.check(client, server.address(ED25519), own, home);
            assertThat(found).noneMatch(step -> step.facts().toString().contains(PASSWORD));
            return found.get(DropCheckStep.LOGIN.ordinal());
        }
    }

    private static List<FileSnapshot> enter(CustomSshServer server, DropCredentials own) {
        try (DropClient client = new DropClient(own, TestDrop.SHORT);
                DropSession session = client.open(YUNHE, server.address(ED25519))) {
            return session.scan().files();
        }
    }

    private CustomSshServer passwordsOnly() throws IOException {
        return server(ssh -> {
            ssh.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
            ssh.setPasswordAuthenticator(this::note);
        });
    }

    private CustomSshServer asking(String question, boolean echo) throws IOException {
        return server(ssh -> {
            ssh.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
            ssh.setKeyboardInteractiveAuthenticator(new Asking(question, echo));
        });
    }

    private CustomSshServer server(Consumer<SshServer> change) throws IOException {
        return CustomSshServer.with(ssh -> {
            ssh.setFileSystemFactory(new VirtualFileSystemFactory(home.resolve("drop")));
            ssh.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
            change.accept(ssh);
        });
    }

    private boolean note(String user, String password, ServerSession session) {
        shown.add(password);
        return password.equals(PASSWORD);
    }

    /** Accepts a client that answers all prompts with the password. */
    private final class Asking implements KeyboardInteractiveAuthenticator {

        private final String questions;
        private final boolean echo;

        private Asking(String questions, boolean echo) {
            this.questions = questions;
            this.echo = echo;
        }

        @Override
        public InteractiveChallenge generateChallenge(
                ServerSession session, String user, String language, String methods) {
            InteractiveChallenge challenge = new InteractiveChallenge();
            challenge.setInteractionName("login");
            challenge.setInteractionInstruction("");
            challenge.setLanguageTag("en");
            Stream.of(questions.split("\\|")).forEach(each -> challenge.addPrompt(new PromptEntry(each, echo)));
            return challenge;
        }

        @Override
        public boolean authenticate(ServerSession session, String user, List<String> answers) {
            shown.addAll(answers);
            return Optional.of(answers).filter(all -> !all.isEmpty()).stream()
                            .flatMap(List::stream)
                            .allMatch(PASSWORD::equals)
                    && !answers.isEmpty();
        }
    }
}
