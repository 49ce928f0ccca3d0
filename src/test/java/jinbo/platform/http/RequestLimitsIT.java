package jinbo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import jinbo.testing.AttackTable;
import jinbo.testing.RawConnection;
import jinbo.testing.ServerCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The request limits of a port. */
@Timeout(60)
class RequestLimitsIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private static ConfigurableApplicationContext program;

    private final List<AutoCloseable> open = new ArrayList<>();

    @RestController
    static class Echo {
        @RequestMapping("/**")
        String echo(HttpServletRequest request) throws IOException {
            String field = request.getParameter("field");
            return request.getMethod() + " " + field + " "
                    + request.getInputStream().readAllBytes().length;
        }
    }

    /** Answers with more than the kernel buffers. */
    @RestController
    static class Large {
        private static final int BYTES = 16 * 1024 * 1024;

        @RequestMapping("/large")
        byte[] large() {
            return new byte[BYTES];
        }
    }

    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    @Import({Echo.class, Large.class})
    static class Port {
        @Bean
        static RefusedPaths refusedPaths() {
            return path -> path.startsWith("/refused");
        }
    }

    @BeforeAll
    static void start() {
        program = new AnnotationConfigApplicationContext(OpenWebPort.class);
    }

    @AfterAll
    static void end() {
        program.close();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void servesBodiesWithinTheLimitWhateverTheyAre() throws IOException {
        String url = port();

        assertThat(ask(url, "POST /", FORM, "field=here")).contains("POST here 0");
        assertThat(ask(url, "PUT /", "Content-Type: text/plain\r\n", "x".repeat(4096)))
                .contains("PUT null 4096");
        assertThat(connect(url)
                        .begin("POST /", FORM + "Transfer-Encoding: chunked\r\n\r\n")
                        .send("6\r\nfield=\r\n4\r\nhere\r\n0\r\n\r\n")
                        .answer()
                        .text())
                .contains("POST here 0");
        assertThat(connect(url).begin("GET /?field=here", "\r\n").answer().text())
                .contains("GET here 0");
    }

    @Test
    void servesRequestsThatAreSentOneBehindTheOther() throws IOException {
        RawConnection connection = connect(port());

        connection.begin(
                "POST /",
                FORM + "Content-Length: 9\r\n\r\nfield=oneGET /?field=two HTTP/1.1\r\nHost: x\r\n"
                        + "Connection: close\r\n\r\n");

        assertThat(connection.answer().text() + connection.answer().text()).contains("POST one 0", "GET two 0");
    }

    @Test
    void refusesLargerBodiesUnreadOrAfterAShortWhile() throws IOException {
        String url = port();

        assertThat(connect(url)
                        .begin("PUT /", "Content-Length: 104857600\r\n\r\n")
                        .answer()
                        .status())
                .isEqualTo(413);
        assertThat(connect(url)
                        .begin("POST /", FORM + "Content-Length: 5000\r\n\r\n" + "x".repeat(5000))
                        .answer()
                        .status())
                .isEqualTo(413);
        assertThat(connect(url)
                        .begin("POST /", FORM + "Content-Length: 5000\r\nExpect: 100-continue\r\n\r\n")
                        .answer()
                        .text())
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void asksForABodyThatIsAnnouncedAndWanted() throws IOException {
        RawConnection connection =
                connect(port()).begin("POST /", FORM + "Content-Length: 10\r\nExpect: 100-continue\r\n\r\n");

        assertThat(connection.answer().status()).isEqualTo(100);
        assertThat(connection.send("field=here").answer().text()).contains("POST here 0");
    }

    @Test
    void refusesAPathBeforeItsBodyIsRead() throws IOException {
        RawConnection connection = connect(port()).begin("POST /refused", "Content-Length: 1000\r\n\r\n");

        assertThat(connection.answer().status()).isEqualTo(404);
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void refusesABrokenChunk() throws IOException {
        assertThat(connect(port())
                        .begin("POST /", "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")
                        .answer()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void endsARequestThatTakesTooLongWhereverItIs() throws IOException {
        String url = port("jinbo.request.within=1s");
        RawConnection body = connect(url).begin("POST /", FORM + "Content-Length: 1000\r\n\r\n");
        RawConnection chunk = connect(url).begin("POST /", "Transfer-Encoding: chunked\r\n\r\nFF\r\n");
        RawConnection head = connect(url).begin("GET /", "X-Slow: ");
        RawConnection silent = connect(url);
        RawConnection trace = connect(url).begin("TRACE /", "Content-Length: 10\r\n\r\n");

        trickle(body, chunk, head);

        assertThat(body.answer().status()).isEqualTo(408);
        assertThat(chunk.answer().status()).isEqualTo(408);
        assertThat(head.isClosed()).isTrue();
        assertThat(silent.isClosed()).isTrue();
        assertThat(trace.answer().status()).isEqualTo(408);
        assertThat(trace.isClosed()).isTrue();
    }

    @Test
    void endsAHandshakeAndARequestUnderTlsToo(@TempDir Path folder) throws Exception {
        ServerCertificate certificate = ServerCertificate.of("ip:127.0.0.1", folder);
        String url = port(
                "jinbo.request.within=3s",
                "server.ssl.key-store=" + folder.resolve("server.p12").toUri(),
                "server.ssl.key-store-password=not-secret");
        // the same certificate, so that it is trusted
        SSLSocketFactory client = trusting(certificate).getSocketFactory();
        RawConnection handshake = connect(url).send("\u0016\u0003\u0001\u0002");
        Socket connected = new Socket("127.0.0.1", URI.create(url).getPort());
        open.add(connected);
        Socket tls = client.createSocket(connected, "127.0.0.1", 443, true);
        String head = "POST / HTTP/1.1\r\nHost: x\r\n" + FORM + "Content-Length: 10\r\n\r\n";

        tls.getOutputStream().write((head + "field=here").getBytes(StandardCharsets.US_ASCII));
        assertThat(answer(tls)).startsWith("HTTP/1.1 200");
        tls.getOutputStream().write((head + "field=").getBytes(StandardCharsets.US_ASCII));
        assertThat(answer(tls)).startsWith("HTTP/1.1 408");
        assertThat(handshake.isClosed()).isTrue();
    }

    private static SSLContext trusting(ServerCertificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate.file())) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)
                + new String(
                        socket.getInputStream()
                                .readNBytes(socket.getInputStream().available()),
                        StandardCharsets.US_ASCII);
    }

    @Test
    void leavesTheTimeBetweenTwoRequestsAlone() throws IOException {
        String url = port("jinbo.request.within=2s");
        RawConnection connection = connect(url);
        RawConnection slow = connect(url).begin("GET /", "X-Slow: ");
        connection.begin("GET /?field=one", "\r\n").answer();

        assertThat(slow.isClosed()).isTrue();
        assertThat(connection.begin("GET /?field=two", "\r\n").answer().text()).contains("GET two");
    }

    @Test
    void manySlowBodiesOfOneAddressTakeNoThreadFromAnother() throws IOException {
        String url = port("server.tomcat.threads.max=4", "jinbo.request.connections-per-address=0");
        RawConnection slow = RawConnection.from("127.0.0.2", url).begin("POST /", FORM + "Content-Length: 10\r\n\r\n");
        open.add(slow);
        Stream.generate(() -> begun(url, FORM + "Content-Length: 10\r\n\r\n"))
                .limit(20)
                .toList();

        assertThat(ask(url, "POST /", FORM, "field=here")).contains("POST here");
        assertThat(slow.send("field=slow").answer().text()).contains("POST slow");
    }

    @Test
    void clientsThatDoNotReadTheirAnswersTakeNoThreadFromOthers() throws IOException {
        String url = port("server.tomcat.threads.max=4", "jinbo.request.connections-per-address=0");
        List<RawConnection> unread = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            unread.add(connect(url).begin("GET /large", "\r\n"));
        }

        boolean isServed = ask(url, "POST /", FORM, "field=here").contains("POST here");
        AttackTable.row(
                "web: 20 clients that read no answer, at a port of four threads, and a visitor from the same address",
                "the visitor served",
                isServed ? "the visitor served" : "not served");
        long whole = 0;
        for (RawConnection each : unread) {
            whole += each.count(Large.BYTES) >= Large.BYTES ? 1 : 0;
        }
        assertThat(whole).isLessThan(unread.size());
    }

    @Test
    void aClientThatReadsSlowlyHasAllOfItsAnswerWhileThreadsAreLeft() throws IOException {
        RawConnection slow = connect(port("server.tomcat.threads.max=4")).begin("GET /large", "\r\n");
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());

        assertThat(slow.count(Large.BYTES)).isGreaterThanOrEqualTo(Large.BYTES);
    }

    @Test
    void tooManyConnectionsOfOneAddressCrowdOutEachOther() throws IOException {
        String url = port("jinbo.request.connections-per-address=4");
        RawConnection other = RawConnection.from("127.0.0.2", url);
        open.add(other);
        List<RawConnection> many =
                Stream.generate(() -> begun(url, "X-Slow: ")).limit(12).toList();

        assertThat(other.begin("GET /?field=other", "\r\n").answer().text()).contains("GET other");
        assertThat(many.get(0).isClosed()).isTrue();
        assertThat(connect(url).begin("GET /?field=same", "\r\n").answer().text())
                .contains("GET same");
        assertThat(many.get(11).send("\r\n\r\n").answer().text()).contains("POST null");
    }

    @Test
    void whereThePortIsFullTheAddressThatHasMostGivesWay() throws IOException {
        String url = port("server.tomcat.max-connections=10", "jinbo.request.connections-per-address=0");
        RawConnection other = RawConnection.from("127.0.0.2", url);
        open.add(other);
        List<RawConnection> many =
                Stream.generate(() -> begun(url, "X-Slow: ")).limit(30).toList();

        assertThat(many.get(0).isClosed()).isTrue();
        assertThat(other.begin("GET /?field=other", "\r\n").answer().text()).contains("GET other");
    }

    /** Sends a byte every 0.1 s for two seconds, or until the connection closes. */
    private static void trickle(RawConnection... slow) {
        for (int i = 0; i < 20; i++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            for (RawConnection each : slow) {
                try {
                    each.send("x");
                } catch (IOException e) {
                    // closed
                }
            }
        }
    }

    private String port(String... more) {
        List<String> settings = new ArrayList<>(List.of("jinbo.request.body-at-most=4KB"));
        settings.addAll(List.of(more));
        WebPort port = program.getBean(OpenWebPort.class)
                .open(new WebPortDefinition(
                        Port.class, "classpath:/jinbo/platform/http/tried-port.yaml", "127.0.0.1", 0, settings));
        open.add(port);
        return ((WebPort.Open) port).url();
    }

    private RawConnection connect(String url) {
        RawConnection connection = RawConnection.open(url);
        open.add(connection);
        return connection;
    }

    private String ask(String url, String first, String headers, String body) throws IOException {
        return connect(url)
                .begin(first, headers + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .answer()
                .text();
    }

    private RawConnection begun(String url, String headers) {
        try {
            return connect(url).begin("POST /", headers);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
