package jinbo.platform.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jinbo.testing.AttackTable;
import jinbo.testing.RawConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hundreds of slow connections do not block visitors at the same address. */
@Timeout(120)
class SlowRequestsIT {

    private static final int VISITORS = 50;

    private static final String FORM =
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nn";
    private static final String CHUNKS = "Transfer-Encoding: chunked\r\n\r\n3";
    private static final String HEADERS = "X-Slow: ";

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

    @ParameterizedTest(name = "{1} {2} at the {0}")
    @CsvSource({
        "portal, 300, bodies, POST /code, /",
        "portal, 300, chunks, PUT /choose, /",
        "portal, 300, headers, GET /, /",
        "portal, 300, receipts, POST /sms/receipts/first, /",
        "portal, 300, receipts of no gateway, POST /sms/receipts/x, /",
        "console, 100, bodies, POST /sign-in, /sign-in",
        "console, 100, headers, GET /sign-in, /sign-in",
        "monitoring, 100, bodies, POST /actuator/health, /actuator/health/liveness",
        "monitoring, 100, headers, GET /actuator/health, /actuator/health/liveness"
    })
    void pagesAreServedMeanwhile(String port, int connections, String what, String first, String page)
            throws IOException {
        String url = ports.url(port);
        List<RawConnection> slow = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            slow.add(RawConnection.open(url)
                    .begin(first, what.equals("headers") ? HEADERS : what.equals("chunks") ? CHUNKS : FORM));
        }

        long begun = System.nanoTime();
        long served = 0;
        for (int i = 0; i < VISITORS; i++) {
            served += isServed(url, page) ? 1 : 0;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        slow.forEach(RawConnection::close);

        System.out.println(connections + " slow " + what + " at the " + port + ": " + served + " of " + VISITORS
                + " pages in " + took.toMillis() + " ms");
        AttackTable.row(
                "web: " + connections + " slow " + what + " at the " + port + ", and visitors from the same address",
                "all visitors served",
                served == VISITORS ? "all visitors served" : served + " served");
    }

    @Test
    void aReceiptOfNoGatewayIsRefusedBeforeItsBody() throws IOException {
        try (RawConnection gateway =
                RawConnection.open(ports.url(ExchangePorts.PORTAL)).begin("POST /sms/receipts/x", FORM)) {
            int status = gateway.answer().status();
            AttackTable.row(
                    "web: a receipt of a gateway that is not set, without its body",
                    "404 at once",
                    status == 404 && gateway.isClosed() ? "404 at once" : status + ", waits");
        }
    }

    private static boolean isServed(String url, String page) {
        try (RawConnection visitor = RawConnection.open(url)) {
            return visitor.begin("GET " + page, "Connection: close\r\n\r\n")
                            .answer()
                            .status()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
