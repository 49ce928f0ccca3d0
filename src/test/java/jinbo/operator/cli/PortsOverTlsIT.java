package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import jinbo.platform.net.TrustedCertificates;
import jinbo.testing.AttackTable;
import jinbo.testing.ServerCertificate;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestGateway;
import jinbo.testing.TestJvm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real {@code serve} under certificates that are set as the pages say: in files of {@code settings/}, and in the environment. */
class PortsOverTlsIT {

    private static final Pattern URL =
            Pattern.compile("(Health|Console|Pages for consumers).* (https?://[0-9.:]+)(?= |/|$)");
    private static final String NUMBER = "13810001234";

    @TempDir
    private static Path folder;

    private static final Map<String, String> URLS = new LinkedHashMap<>();

    private static ServerCertificate certificate;
    private static SSLContext tls;
    private static TestGateway gateway;
    private static Process serve;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        certificate = ServerCertificate.of("ip:127.0.0.1", Files.createDirectory(folder.resolve("certificate")));
        tls = new TrustedCertificates("test", Optional.of(certificate.file())).context();
        gateway = TestGateway.open(certificate.context());
        Path home = folder.resolve("home");
        Map<String, String> gatewaySettings = gateway.settings(home);
        Files.createDirectories(home.resolve("settings"));
        for (String port : List.of("console", "monitoring")) {
            Files.writeString(home.resolve("settings").resolve(port + ".yaml"), """
                    jinbo:
                      %s:
                        port: 0
                        certificate: %s
                        private-key: %s
                    """.formatted(
                            port, certificate.file(), certificate.key()));
        }
        Files.writeString(home.resolve("settings/sms.yaml"), """
                jinbo:
                  sms:
                    trusted-certificates: %s
                    first: {url: "%s", secret-file: sms.secret}
                """.formatted(
                        certificate.file(), gatewaySettings.get("jinbo.sms.first.url")));
        serve = serve(
                home,
                Map.of(
                        "JINBO_PORTAL_PORT", "0",
                        "JINBO_PORTAL_CERTIFICATE", certificate.file().toString(),
                        "JINBO_PORTAL_PRIVATE_KEY", certificate.key().toString()));
        BufferedReader told = serve.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        while (URLS.size() < 3) {
            String line = told.readLine();
            assertThat(line).as(all.toString()).isNotNull();
            all.append(line).append('\n');
            Matcher url = URL.matcher(line);
            if (url.find()) {
                URLS.put(url.group(1), url.group(2));
            }
        }
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (serve != null) {
            serve.destroy();
            if (!serve.waitFor(30, TimeUnit.SECONDS)) {
                serve.destroyForcibly();
            }
        }
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void everyPortIsReachedByTls() throws IOException, InterruptedException {
        assertThat(URLS.values()).hasSize(3).allMatch(url -> url.startsWith("https://"));
        assertThat(send(HttpRequest.newBuilder(URI.create(URLS.get("Health") + "/actuator/health/liveness"))))
                .isEqualTo(200);
        assertThat(visitor("Console").get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(visitor("Pages for consumers").get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void cookiesAreForTlsAlone() {
        assertThat(visitor("Pages for consumers").get("/").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure"));
        assertThat(visitor("Console").get("/sign-in").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aCodeGoesOutAndItsReceiptComesInByTls() throws Exception {
        ConsoleVisitor holder = visitor("Pages for consumers");

        assertThat(ConsoleVisitor.next(holder.post("/", "/code", Map.of("number", NUMBER))))
                .isEqualTo("/code");

        TestGateway.Message sent = gateway.messagesTo(NUMBER).get(0);
        String body = "{\"id\":\"" + sent.id() + "\",\"state\":\"DELIVERED\"}";
        assertThat(receipt(body, new byte[] {1})).isEqualTo(401);
        assertThat(receipt(body, new byte[32])).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Health", "Console", "Pages for consumers"})
    void noOldCipherIsTaken(String port) throws IOException {
        assertThat(isTaken(port, "TLSv1.3", "TLS_AES_128_GCM_SHA256")).isTrue();
        assertThat(isTaken(port, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                .isTrue();

        boolean old = false;
        for (String cipher : List.of(
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384")) {
            old |= isTaken(port, "TLSv1.2", cipher);
        }
        String name = Map.of("Health", "monitoring", "Console", "console", "Pages for consumers", "portal")
                .get(port);
        AttackTable.row("web: CBC under TLS 1.2, " + name, "no handshake", old ? "a handshake" : "no handshake");
    }

    private static Process serve(Path home, Map<String, String> environment) throws IOException {
        ProcessBuilder typed = TestJvm.process(
                        Jinbo.class.getName(), "--lang", "en", "--home", home.toString(), "serve")
                .redirectErrorStream(true);
        typed.environment().put("SPRING_DATASOURCE_URL", TestDatabase.freshUrl());
        typed.environment().put("SPRING_PROFILES_ACTIVE", "test");
        typed.environment().putAll(environment);
        return typed.start();
    }

    private static ConsoleVisitor visitor(String port) {
        return new ConsoleVisitor(URLS.get(port), tls);
    }

    private static boolean isTaken(String port, String protocol, String cipher) throws IOException {
        URI url = URI.create(URLS.get(port));
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(url.getHost(), url.getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {cipher});
            socket.startHandshake();
            return true;
        } catch (SSLException refused) {
            return false;
        }
    }

    private static int receipt(String body, byte[] secret) throws Exception {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] signature = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(URLS.get("Pages for consumers") + "/sms/receipts/first"))
                .header("content-type", "application/json")
                .header("jinbo-timestamp", timestamp)
                .header("jinbo-signature", "v1," + Base64.getEncoder().encodeToString(signature))
                .POST(BodyPublishers.ofString(body)));
    }

    private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .build()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
