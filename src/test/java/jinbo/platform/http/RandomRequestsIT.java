package jinbo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import jinbo.testing.AttackTable;
import jinbo.testing.FormClient;
import jinbo.testing.LogVolume;
import jinbo.testing.NightlyRun;
import jinbo.testing.RawConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request causes status 500 or more than 2 KB of log. {@code -Djinbo.http.seeds=17-17} repeats a seed. */
class RandomRequestsIT {

    private static final String SEEDS = System.getProperty("jinbo.http.seeds", NightlyRun.isOn() ? "1-20000" : "1-150");
    private static final int LOG_AT_MOST = 2048;
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final Map<String, List<String>> PATHS = Map.of(
            ExchangePorts.PORTAL,
            List.of(
                    "/",
                    "/privacy",
                    "/supervision",
                    "/code",
                    "/code/check",
                    "/mine",
                    "/choose",
                    "/choose/preview",
                    "/choose/confirm",
                    "/cancel",
                    "/complain",
                    "/complain/edit",
                    "/complain/preview",
                    "/complaints",
                    "/complaints/JB-2026-1",
                    "/confirmation/x",
                    "/confirmation/x/note",
                    "/confirmation/x/proof",
                    "/confirmation-key",
                    "/done/x",
                    "/renew/AAAAAAAAAAAAAAAAAAAAAA",
                    "/sms/receipts/first",
                    "/sms/receipts/second",
                    "/portal.css",
                    "/portal.js",
                    "/icon.svg",
                    "/error"),
            ExchangePorts.CONSOLE,
            List.of(
                    "/",
                    "/sign-in",
                    "/held",
                    "/files/1",
                    "/files/1/release",
                    "/files/1/refuse",
                    "/insurers/new",
                    "/insurers",
                    "/insurers/YUNHE",
                    "/insurers/YUNHE/certificate",
                    "/insurers/YUNHE/ssh-key",
                    "/insurers/YUNHE/host-key",
                    "/insurers/YUNHE/agreements",
                    "/insurers/YUNHE/suspend",
                    "/insurers/YUNHE/check",
                    "/insurers/YUNHE/runs",
                    "/held/next",
                    "/requests",
                    "/requests/1",
                    "/requests/1/confirm",
                    "/runs",
                    "/executions",
                    "/executions/1",
                    "/keys",
                    "/lines",
                    "/log",
                    "/log/0",
                    "/log/0/proof",
                    "/number",
                    "/cases",
                    "/cases/x",
                    "/cases/x/evidence",
                    "/cases/x/assign",
                    "/cases/report",
                    "/cases/report/table",
                    "/sanctions",
                    "/sanctions/1",
                    "/charts",
                    "/account",
                    "/help",
                    "/console.css",
                    "/icon.svg",
                    "/error"),
            ExchangePorts.MONITORING,
            List.of(
                    "/",
                    "/actuator",
                    "/actuator/health",
                    "/actuator/health/drops/YUNHE",
                    "/actuator/health/liveness",
                    "/actuator/prometheus",
                    "/actuator/env",
                    "/error"));

    private static final Map<String, String> PAGES = Map.of(
            ExchangePorts.PORTAL,
            "/",
            ExchangePorts.CONSOLE,
            "/sign-in",
            ExchangePorts.MONITORING,
            "/actuator/health/liveness");

    @TempDir
    private static Path folder;

    private static ExchangePorts ports;

    @BeforeAll
    static void open() throws IOException {
        ports = ExchangePorts.open(folder);
    }

    @AfterAll
    static void close() {
        ports.close();
    }

    /** Found by seed 11281 of a nightly run. */
    @Test
    void aFormOfPartsThatEndsEarlyIsRefusedAndHardlyLogged() throws IOException {
        String url = ports.url(ExchangePorts.CONSOLE);
        FormClient operator = ports.signedIn(ExchangePorts.CONSOLE);
        try (LogVolume log = new LogVolume()) {
            String withToken = "POST /insurers?_csrf=" + operator.token("/").orElseThrow();
            assertThat(sendPart(url, "POST /files/1/refuse", "form-data", operator))
                    .isEqualTo(400);
            assertThat(sendPart(url, "POST /files/1/refuse", "mixed", operator)).isEqualTo(403);
            assertThat(sendPart(url, withToken, "form-data", operator)).isEqualTo(400);
            assertThat(sendPart(url, withToken, "mixed", operator)).isEqualTo(404);
            assertThat(LogVolume.bytes(log.take())).isLessThan(LOG_AT_MOST);
        }
    }

    private static int sendPart(String url, String first, String type, FormClient visitor) throws IOException {
        String part = "--part\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\nPROP09";
        try (RawConnection connection = RawConnection.open(url)) {
            return connection
                    .begin(
                            first,
                            cookieLine(visitor) + "Content-Type: multipart/" + type
                                    + "; boundary=part\r\nContent-Length: " + part.length() + "\r\n\r\n" + part)
                    .answer()
                    .status();
        }
    }

    /** Returns the header with its line end; empty if there are no cookies. */
    private static String cookieLine(FormClient visitor) {
        return visitor.cookies().isEmpty() ? "" : "Cookie: " + visitor.cookies() + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {ExchangePorts.PORTAL, ExchangePorts.CONSOLE, ExchangePorts.MONITORING})
    void isAnsweredWithoutAFailureAndHardlyLogged(String port) throws IOException {
        String url = ports.url(port);
        FormClient visitor = ports.signedIn(port);
        String known = cookieLine(visitor);
        String token = visitor.token("/").orElse("");
        List<String> failures = new ArrayList<>();
        try (LogVolume log = new LogVolume()) {
            for (long seed : seeds()) {
                RandomRequest request =
                        RandomRequest.of(seed, PATHS.get(port), URI.create(url).getAuthority(), known, token);
                int status = send(url, request);
                String logged = log.take();
                if (status == 500 || status < 0 || LogVolume.bytes(logged) > LOG_AT_MOST) {
                    failures.add("-Djinbo.http.seeds=%d-%d: %s, %d bytes of log, for %s%n%s"
                            .formatted(
                                    seed,
                                    seed,
                                    status < 0 ? "no answer" : status,
                                    LogVolume.bytes(logged),
                                    request,
                                    logged.substring(0, Math.min(3000, logged.length()))));
                }
            }
        }

        assertThat(failures)
                .as("%d of %s at the %s", failures.size(), SEEDS, port)
                .isEmpty();
        String fine = "no failure (500), 2 KB of log at most for each";
        AttackTable.row("web: random requests at the " + port, fine, fine);
        assertThat(RawConnection.open(url)
                        .begin("GET " + PAGES.get(port), "\r\n")
                        .answer()
                        .status())
                .isEqualTo(200);
    }

    /** The status; 0 if the port closed the connection, -1 if it did nothing in time. */
    private static int send(String url, RandomRequest request) throws IOException {
        try (RawConnection connection = RawConnection.open(url)) {
            try {
                for (byte[] piece : request.pieces()) {
                    connection.send(piece);
                    if (request.pieces().size() > 1) {
                        LockSupport.parkNanos(PAUSE.toNanos());
                    }
                }
                connection.end();
            } catch (IOException e) {
                // already refused
            }
            return connection.answer().status();
        } catch (SocketTimeoutException e) {
            return -1;
        }
    }

    private static List<Long> seeds() {
        String[] range = SEEDS.split("-");
        return NightlyRun.share(LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]))
                .boxed()
                .toList());
    }
}
