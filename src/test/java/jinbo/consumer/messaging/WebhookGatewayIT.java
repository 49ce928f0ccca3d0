package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.DatabaseKind;
import jinbo.platform.webhook.WebhookSecrets;
import jinbo.testing.ServerCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a gateway and its answers; the second gateway is not set. */
class WebhookGatewayIT {

    @TempDir
    private Path home;

    private TestSms sms;

    @BeforeEach
    void oneGateway() throws IOException {
        sms = new TestSms(home);
        sms.set(TestSms.LONG, TestSms.of("first", sms.first.url()), TestSms.NONE, DatabaseKind.SHARED);
    }

    @AfterEach
    void close() {
        sms.close();
    }

    @Test
    void gatewayCanVerifyTheSignature() {
        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("first"));

        GatewayServer.Request request = sms.first.only();
        assertThat(request.isSignedWith(TestSms.SECRET)).isTrue();
        assertThat(request.isSignedWith(TestSms.OTHER_SECRET)).isFalse();
        assertThat(request.timestamp()).isEqualTo("1348189205");
        assertThat(JsonMapper.shared().readTree(request.body()).propertyNames())
                .containsExactlyInAnyOrder("id", "to", "text");
        assertThat(request.field("id")).matches("[0-9a-f-]{36}");
        assertThat(request.field("to")).isEqualTo(TestSms.NUMBER);
        assertThat(request.field("text")).isEqualTo(TestSms.MESSAGE.text());
    }

    @Test
    void documentedExampleHasThisSignature() throws IOException {
        byte[] body = TestSms.bytes(
                "{\"id\":\"6f1c2b1e-9f43-4c55-8e0e-1d2f3a4b5c6d\",\"to\":\"13812345678\",\"text\":\"【禁拨】验证码 402913\"}");
        String signature =
                new WebhookSecrets("test", new OwnerOnlyFile(sms.secretFile("first"))).sign("1348189205", body);

        assertThat(signature).isEqualTo(ReferenceHmac.signature(TestSms.SECRET, "1348189205", body));
        assertThat(Files.readString(Path.of("docs/operators/sms.md"))).contains(TestSms.SECRET, signature);
    }

    @Test
    void signsWithBothSecretsDuringAChange() throws IOException {
        new OwnerOnlyFile(sms.secretFile("first")).write(TestSms.SECRET + "\n" + TestSms.OTHER_SECRET + "\n");

        sms.send();

        assertThat(sms.first.only().isSignedWith(TestSms.SECRET)).isTrue();
        assertThat(sms.first.only().isSignedWith(TestSms.OTHER_SECRET)).isTrue();
    }

    @Test
    void eachMessageHasItsOwnId() {
        sms.send();
        sms.send();

        assertThat(sms.first.requests().stream().map(request -> request.field("id")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        sms.first.answers(request -> {
            request.getResponseHeaders().add("Location", sms.second.url());
            request.sendResponseHeaders(status, -1);
        });

        assertThat(refusal()).contains("redirects are not followed");
        assertThat(sms.second.requests()).isEmpty();
    }

    @Test
    void stopsReadingAnEndlessAnswer() {
        sms.set(TestSms.SOON, TestSms.of("first", sms.first.url()), TestSms.NONE, DatabaseKind.SHARED);
        sms.first.answers(request -> {
            request.sendResponseHeaders(200, 0);
            request.getResponseBody().write('.');
            request.getResponseBody().flush();
            sms.first.awaitTheEnd();
        });

        assertThat(refusal()).contains("has not answered within PT2S");
    }

    @Test
    void readsOnlyTheBeginningOfALongAnswer() {
        sms.first.answers(request -> {
            request.sendResponseHeaders(200, 0);
            for (int i = 0; i < 64; i++) {
                request.getResponseBody().write(new byte[1024]);
            }
            request.getResponseBody().flush();
            sms.first.awaitTheEnd();
        });

        assertThat(sms.send()).as("at once").isEqualTo(new ShortMessages.Outcome.Over("first"));
    }

    @Test
    void sendsNothingWithoutSecret() throws IOException {
        Files.delete(sms.secretFile("first"));

        assertThat(refusal()).contains("jinbo.sms.first.secret-file", "is not there");
        assertThat(sms.first.requests()).isEmpty();
    }

    @Test
    void refusesSecretThatOthersCanReadWithAdvice() throws IOException {
        Files.setPosixFilePermissions(sms.secretFile("first"), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(refusal()).contains("chmod 600 " + sms.secretFile("first"));
        assertThat(sms.first.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not base64", "whsec_MfKQ9r8G"})
    void whatIsNoSecretIsToldWithoutShowingIt(String text) throws IOException {
        new OwnerOnlyFile(sms.secretFile("first")).write(text);

        assertThat(refusal()).contains("jinbo.sms.first.secret-file").doesNotContain("MfKQ", "not base64");
    }

    private String refusal() {
        ShortMessages.Outcome sendOutcome = sms.send();
        assertThat(sendOutcome).isInstanceOf(ShortMessages.Outcome.Refused.class);
        return ((ShortMessages.Outcome.Refused) sendOutcome).why();
    }

    @Test
    void acceptsConfiguredCertificate() throws IOException, GeneralSecurityException {
        ServerCertificate certificate = ServerCertificate.of("ip:127.0.0.1", home);
        try (GatewayServer encrypted = GatewayServer.withTls(certificate.context())) {
            assertThat(sentBy(encrypted, home.relativize(certificate.file()).toString()))
                    .isEqualTo(new ShortMessages.Outcome.Over("first"));
            assertThat(sentBy(encrypted, ""))
                    .as("Java's own certificates do not")
                    .isInstanceOf(ShortMessages.Outcome.Refused.class);
            assertThat(encrypted.requests()).hasSize(1);
        }
    }

    @Test
    void sendsNothingToGatewayWithAnotherCertificate() throws IOException, GeneralSecurityException {
        ServerCertificate certificate = ServerCertificate.of("dns:gateway.example", home);
        try (GatewayServer encrypted = GatewayServer.withTls(certificate.context())) {
            assertThat(sentBy(encrypted, certificate.file().toString()))
                    .isInstanceOf(ShortMessages.Outcome.Refused.class);
            assertThat(encrypted.requests()).isEmpty();
        }
    }

    @Test
    void namesFileWithoutCertificates() {
        assertThat(sentBy(sms.first, "first.secret").toString())
                .contains("jinbo.sms.trusted-certificates", "no certificates in PEM");
        assertThat(sentBy(sms.first, "none.pem").toString())
                .contains("jinbo.sms.trusted-certificates", "none.pem is not there");
        assertThat(sms.first.requests()).isEmpty();
    }

    private ShortMessages.Outcome sentBy(GatewayServer gateway, String trusted) {
        sms.trust(trusted);
        sms.set(TestSms.LONG, TestSms.of("first", gateway.url()), TestSms.NONE, DatabaseKind.SHARED);
        return sms.send();
    }
}
