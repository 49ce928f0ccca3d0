package jinbo.operator.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jinbo.exchange.format.MessageLanguage;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.net.FreePort;
import jinbo.platform.webhook.DeliveryOutcome;
import jinbo.platform.webhook.WebhookSettings;
import jinbo.testing.ServerCertificate;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookNotifierIT {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Clock CLOCK = new SettableClock("2012-09-21T09:00:05+08:00");

    @TempDir
    private Path folder;

    private WebhookServer server;
    private OwnerOnlyFile secret;

    @BeforeEach
    void aServerThatKnowsUs() throws IOException {
        server = WebhookServer.inClear();
        secret = new OwnerOnlyFile(folder.resolve("webhook.secret"));
        secret.write(WebhookServer.SECRET + "\n");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsASignedRequestWithTheSentence() {
        assertThat(notifier(LONG).send(Notifications.heldFiles())).isEqualTo(new DeliveryOutcome.Taken());

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.signed()).isTrue();
            assertThat(request.path()).isEqualTo("/hook");
            assertThat(request.id()).isEqualTo("concern-7-new");
            assertThat(request.timestamp()).isEqualTo("1348189205");
            JsonNode body = JsonMapper.shared().readTree(request.body());
            assertThat(body.at("/type").asString()).isEqualTo("concern.new");
            assertThat(body.at("/timestamp").asString()).isEqualTo("2012-09-21T01:00:00Z");
            assertThat(body.at("/data/code").asString()).isEqualTo("FILES_HELD");
            assertThat(body.at("/data/insurer").asString()).isEqualTo("YUNHE");
            assertThat(body.at("/data/level").isNull()).isTrue();
            assertThat(body.at("/data/detail").asString()).isEqualTo("2");
            assertThat(body.at("/data/sentence").asString()).contains("待核文件 2 个");
        });
    }

    @Test
    void theSameOnceMoreHasTheSameId() {
        Notifier notifier = notifier(LONG);

        notifier.send(Notifications.heldFiles());
        notifier.send(Notifications.heldFiles());

        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.id()).isEqualTo("concern-7-new"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void any2xxAnswerMeansDelivered(int status) {
        server.answer(WebhookServer.status(status));

        assertThat(notifier(LONG).send(Notifications.heldFiles())).isEqualTo(new DeliveryOutcome.Taken());
    }

    @ParameterizedTest
    @CsvSource({
        "400, Refused", "401, Refused", "404, Refused", "410, Refused",
        "408, Unreachable", "429, Unreachable", "500, Unreachable", "503, Unreachable"
    })
    void distinguishesRefusalsFromTemporaryFailures(int status, String kind) {
        server.answer(WebhookServer.status(status));

        DeliveryOutcome notificationOutcome = notifier(LONG).send(Notifications.heldFiles());

        assertThat(notificationOutcome.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(notificationOutcome.toString()).contains("the web server has answered " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        server.answer(request -> {
            request.getResponseHeaders().add("Location", "/elsewhere");
            request.sendResponseHeaders(status, -1);
        });

        assertThat(notifier(LONG).send(Notifications.heldFiles()).toString()).contains("redirects are not followed");
        assertThat(server.requests()).extracting(WebhookServer.Request::path).containsExactly("/hook");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        server.answer(request -> await(over));

        assertThat(notifier(SOON).send(Notifications.heldFiles()))
                .isEqualTo(new DeliveryOutcome.Unreachable("the web server has not answered within PT0.3S"));
        over.countDown();
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        server.answer(request -> {
            request.sendResponseHeaders(200, 0);
            request.getResponseBody().write('.');
            request.getResponseBody().flush();
            await(over);
        });

        assertThat(notifier(SOON).send(Notifications.heldFiles()))
                .isEqualTo(new DeliveryOutcome.Unreachable("the web server has not answered within PT0.3S"));
        over.countDown();
    }

    @Test
    void aServerThatHangsUpHasNotTakenIt() {
        server.answer(request -> {});

        assertThat(notifier(LONG).send(Notifications.heldFiles())).isInstanceOf(DeliveryOutcome.Unreachable.class);
    }

    @Test
    void reportsUnreachableServerWithoutItsAddress() throws IOException {
        int free = FreePort.find();

        DeliveryOutcome notificationOutcome = notifier(
                        URI.create("http://127.0.0.1:" + free + "/token-in-the-path"), "", LONG)
                .send(Notifications.heldFiles());

        assertThat(notificationOutcome)
                .isEqualTo(new DeliveryOutcome.Unreachable("the web server cannot be reached: ConnectException"));
    }

    @Test
    void withoutItsSecretNothingIsSent() throws IOException {
        Files.delete(secret.path());

        assertThat(notifier(LONG).send(Notifications.heldFiles()).toString())
                .contains("jinbo.notification.webhook.secret-file", "is not there");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void usesTlsToServerWithTrustedCertificate() throws IOException, GeneralSecurityException {
        ServerCertificate certificate = ServerCertificate.of("ip:127.0.0.1", folder);
        try (WebhookServer encrypted = WebhookServer.withTls(certificate.context())) {
            assertThat(notifier(encrypted.url(), certificate.file().toString(), LONG)
                            .send(Notifications.heldFiles()))
                    .isEqualTo(new DeliveryOutcome.Taken());
            assertThat(notifier(encrypted.url(), "", LONG).send(Notifications.heldFiles()))
                    .as("Java's own certificates do not")
                    .isInstanceOf(DeliveryOutcome.Unreachable.class);
            assertThat(encrypted.requests()).hasSize(1);
        }
    }

    @Test
    void sendsNothingToWebServerWithForeignCertificate() throws IOException, GeneralSecurityException {
        ServerCertificate certificate = ServerCertificate.of("dns:hook.example", folder);
        try (WebhookServer encrypted = WebhookServer.withTls(certificate.context())) {
            assertThat(notifier(encrypted.url(), certificate.file().toString(), LONG)
                            .send(Notifications.heldFiles()))
                    .isInstanceOf(DeliveryOutcome.Unreachable.class);
            assertThat(encrypted.requests()).isEmpty();
        }
    }

    @Test
    void aFileWithoutCertificatesIsNamed() {
        assertThat(notifier(server.url(), secret.path().toString(), LONG)
                        .send(Notifications.heldFiles())
                        .toString())
                .contains("jinbo.notification.trusted-certificates", "no certificates in PEM");
    }

    private Notifier notifier(Duration answerWithin) {
        return notifier(server.url(), "", answerWithin);
    }

    private Notifier notifier(URI url, String trusted, Duration answerWithin) {
        NotificationSettings settings = new NotificationSettings(
                MessageLanguage.ZH,
                answerWithin,
                trusted,
                new MailSettings("", 25, MailSettings.Security.NONE, "", "", "", List.of()),
                new WebhookSettings(url.toString(), secret.path().toString()));
        return new NotificationConfiguration()
                .notifiers(settings, CLOCK).all().stream()
                        .filter(notifier -> notifier.name().equals("webhook"))
                        .findFirst()
                        .orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
