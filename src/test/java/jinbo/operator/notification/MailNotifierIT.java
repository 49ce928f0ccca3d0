package jinbo.operator.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import jinbo.operator.notification.MailSettings.Security;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.net.TrustedCertificates;
import jinbo.platform.webhook.DeliveryOutcome;
import jinbo.testing.ServerCertificate;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailNotifierIT {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path folder;

    @TempDir
    private static Path certificates;

    private static ServerCertificate certificate;

    private SmtpServer server;
    private Path password;

    @BeforeAll
    static void aCertificate() throws IOException, GeneralSecurityException {
        certificate = ServerCertificate.of("dns:localhost,ip:127.0.0.1", certificates);
    }

    @BeforeEach
    void aServerWithTls() throws IOException {
        server = SmtpServer.withTls(certificate.context());
        password = folder.resolve("mail.password");
        new OwnerOnlyFile(password).write(PASSWORD + "\n");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void sendsTheSentenceToAllRecipients() throws IOException, MessagingException {
        assertThat(send(Security.STARTTLS)).isEqualTo(new DeliveryOutcome.Taken());

        assertThat(server.mails()).hasSize(1);
        MimeMessage mail = new MimeMessage(
                null, new ByteArrayInputStream(server.mails().get(0).getBytes(StandardCharsets.UTF_8)));
        assertThat(mail.getSubject()).isEqualTo("[Jinbo] NEW FILES_HELD YUNHE");
        assertThat(mail.getContent().toString())
                .isEqualToNormalizingNewlines("YUNHE：待核文件 2 个，见 held list。请逐一放行或拒绝。\n\nconcern-7-new\n");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("jinbo@association.example");
        assertThat(server.commands())
                .contains("TLS RCPT TO:<duty@association.example>", "TLS RCPT TO:<keys@association.example>");
    }

    @Test
    void sendsThePasswordOnlyOverTls() {
        send(Security.STARTTLS);

        String login =
                Base64.getEncoder().encodeToString(("jinbo\0jinbo\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(server.commands()).contains("TLS AUTH PLAIN " + login);
        assertThat(server.commands())
                .filteredOn(command -> !command.startsWith("TLS "))
                .noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
    }

    @Test
    void sendsNothingToServerWithoutTls() throws IOException {
        try (SmtpServer clear = SmtpServer.inClear()) {
            assertThat(send(clear, Security.STARTTLS, certificate.file().toString()))
                    .isInstanceOf(DeliveryOutcome.Unreachable.class);
            assertThat(clear.commands()).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
            assertThat(clear.mails()).isEmpty();
        }
    }

    @Test
    void sendsNothingToServerWithUntrustedCertificate() {
        assertThat(send(server, Security.STARTTLS, "")).isInstanceOf(DeliveryOutcome.Unreachable.class);
        assertThat(server.commands()).noneMatch(command -> command.contains("AUTH") || command.contains("MAIL"));
    }

    @Test
    void sendsNothingToServerWithForeignCertificate() throws IOException, GeneralSecurityException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        ServerCertificate other = ServerCertificate.of("dns:mail.example", elsewhere);
        try (SmtpServer wrong = SmtpServer.withTls(other.context())) {
            assertThat(send(wrong, Security.STARTTLS, other.file().toString()))
                    .isInstanceOf(DeliveryOutcome.Unreachable.class);
            assertThat(wrong.commands()).noneMatch(command -> command.contains("AUTH") || command.contains("MAIL"));
        }
    }

    @Test
    void inClearOnlyWhereTheSettingsSaySo() throws IOException {
        try (SmtpServer clear = SmtpServer.inClear()) {
            assertThat(send(clear, Security.NONE, "")).isEqualTo(new DeliveryOutcome.Taken());
            assertThat(clear.mails()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such person, Refused",
        "MAIL, 550 not you, Refused",
        "MAIL, 421 closing, Unreachable",
        "AUTH, 535 wrong, Unreachable",
        "EHLO, 421 too busy, Unreachable",
        "MAIL, '', Unreachable",
        "DATA, '', Unreachable",
        "DATA, 554 no, Refused"
    })
    void retriesAfterAFailedDelivery(String verb, String answer, String kind) {
        server.answer(verb, answer);

        assertThat(send(Security.STARTTLS).getClass().getSimpleName()).isEqualTo(kind);
        assertThat(server.mails()).isEmpty();

        server.behave();
        assertThat(send(Security.STARTTLS)).isEqualTo(new DeliveryOutcome.Taken());
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws IOException {
        try (java.net.ServerSocket silent =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            MailNotifier notifier = notifier(
                    silent.getLocalPort(), Security.STARTTLS, certificate.file().toString(), Duration.ofMillis(300));

            assertThat(notifier.send(Notifications.heldFiles()).toString())
                    .contains("the mail server cannot be reached");
        }
    }

    @Test
    void refusesPasswordFileThatOthersCanRead() throws IOException {
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(send(Security.STARTTLS).toString())
                .contains("jinbo.notification.mail.password-file", "chmod 600 " + password)
                .doesNotContain(PASSWORD);
        assertThat(server.commands()).isEmpty();
    }

    private DeliveryOutcome send(Security security) {
        return send(server, security, certificate.file().toString());
    }

    private DeliveryOutcome send(SmtpServer to, Security security, String trusted) {
        return notifier(to.port(), security, trusted, LONG).send(Notifications.heldFiles());
    }

    private MailNotifier notifier(int port, Security security, String trusted, Duration answerWithin) {
        return new MailNotifier(
                new MailSettings(
                        "127.0.0.1",
                        port,
                        security,
                        "jinbo",
                        password.toString(),
                        "jinbo@association.example",
                        List.of("duty@association.example", "keys@association.example")),
                new TrustedCertificates(
                        "trusted-certificates",
                        Optional.of(trusted).filter(file -> !file.isEmpty()).map(Path::of)),
                answerWithin,
                new SettableClock("2012-09-21T09:00:00+08:00"));
    }
}
