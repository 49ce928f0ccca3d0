package jinbo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.testing.AttackTable;
import jinbo.testing.LogVolume;
import jinbo.testing.RawConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unauthenticated bodies of 100 MB are refused soon, and not kept. */
@Timeout(120)
class LargeRequestBodiesIT {

    private static final long HUGE = 100L << 20;
    private static final long AT_MOST = 1 << 20;
    private static final long FLAT = 8 << 20;
    private static final int LOG_AT_MOST = 2048;

    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "DELETE", "GET");
    private static final Map<String, String> TYPES = new TreeMap<>(Map.of(
            "form",
            "application/x-www-form-urlencoded",
            "multipart",
            "multipart/form-data; boundary=x",
            "bytes",
            "application/octet-stream",
            "json",
            "application/json",
            "text",
            "text/plain"));

    @TempDir
    private static Path folder;

    /** No more than may wait for a body at the smallest port, or the oldest gets 408 to make room. */
    private static final int AT_ONCE = 4;

    private static final ExecutorService SENDERS = Executors.newFixedThreadPool(AT_ONCE);

    private static ExchangePorts ports;

    @BeforeAll
    static void open() throws IOException {
        ports = ExchangePorts.open(folder);
    }

    @AfterAll
    static void close() {
        SENDERS.shutdownNow();
        ports.close();
    }

    @Test
    void refusesThemAtEachPortWhateverTheyAre() throws Exception {
        List<Callable<String>> all = new ArrayList<>();
        for (Map.Entry<String, String> port : ports.urls().entrySet()) {
            for (String method : METHODS) {
                for (Map.Entry<String, String> type : TYPES.entrySet()) {
                    for (boolean inChunks : new boolean[] {true, false}) {
                        all.add(() -> port.getKey() + " " + method + " " + type.getKey()
                                + (inChunks ? " in chunks: " : " with a length: ")
                                + send(port.getValue(), method, type.getValue(), inChunks));
                    }
                }
            }
        }

        List<String> otherwise = new ArrayList<>();
        for (Future<String> sent : SENDERS.invokeAll(all)) {
            if (!sent.get().endsWith(": 413")) {
                otherwise.add(sent.get());
            }
        }
        AttackTable.row(
                "web: 100 MB at each port, by any method, of any type, with a length or in chunks",
                "413 after 1 MB at most",
                otherwise.isEmpty() ? "413 after 1 MB at most" : otherwise.toString());
    }

    /** A form with a length is refused before it is read. Of one in chunks, the program reads as much as it takes. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsNothingOfThem(boolean inChunks) throws Exception {
        List<RawConnection> open = new ArrayList<>();
        for (String url : ports.urls().values()) {
            for (int i = 0; i < AT_ONCE; i++) {
                open.add(RawConnection.open(url).begin("PUT /", head(TYPES.get("form"), inChunks)));
            }
        }
        long before = usedHeap();
        List<Future<String>> forms = SENDERS.invokeAll(open.stream()
                .map(connection -> (Callable<String>) () -> sendPastTheAnswer(connection, inChunks))
                .toList());

        long more = usedHeap() - before;

        open.forEach(RawConnection::close);
        System.out.println("Heap after " + open.size() + " forms of 100 MB: " + (more >> 20) + " MB more");
        for (Future<String> form : forms) {
            assertThat(form.get()).startsWith("413 ");
        }
        assertThat(more).isLessThan(FLAT);
        AttackTable.row("web: four forms of 100 MB at once at each port, by PUT", "heap as before", "heap as before");
    }

    /** Goes on after the answer, until the other side closes; returns the status, and how many bytes were sent. */
    private static String sendPastTheAnswer(RawConnection connection, boolean inChunks) throws IOException {
        long sent = connection.sendBody(HUGE - AT_MOST, inChunks);
        int status = connection.answer().status();
        byte[] part = new byte[16 * 1024];
        try {
            while (sent < HUGE - AT_MOST) {
                connection.send(part);
                sent += part.length;
            }
        } catch (IOException closed) {
            // as it should be
        }
        return status + " after " + sent + " bytes";
    }

    @Test
    void saysSoOnAPageOfOursAndHardlyInTheLog() throws IOException {
        try (LogVolume log = new LogVolume()) {
            assertThat(page(ExchangePorts.PORTAL, 20_000, "Accept-Language: en\r\n"))
                    .contains("413", "您提交的内容过长", "/portal.css");
            assertThat(page(ExchangePorts.PORTAL, 20_000, "Cookie: jinbo-portal-language=en\r\n"))
                    .contains("413", "more than this page takes", "/portal.css");
            assertThat(page(ExchangePorts.CONSOLE, 310_000, "Accept-Language: zh\r\n"))
                    .contains("413", "提交的内容超过上限", "/console-");
            assertThat(page(ExchangePorts.CONSOLE, 310_000, "Accept-Language: en\r\n"))
                    .contains("413", "at most 256 KB", "/console-");
            assertThat(page(ExchangePorts.MONITORING, 2_000, ""))
                    .contains("413")
                    .doesNotContain("Exception", "Tomcat");

            assertThat(LogVolume.bytes(log.take())).isLessThan(5 * LOG_AT_MOST);
        }
        AttackTable.row(
                "web: a form over the limit",
                "413, a page of ours, 2 KB of log at most",
                "413, a page of ours, 2 KB of log at most");
    }

    private static String send(String url, String method, String type, boolean inChunks) throws IOException {
        try (RawConnection connection = RawConnection.open(url).begin(method + " /", head(type, inChunks))) {
            long sent = connection.sendBody(HUGE, inChunks);
            int status = connection.answer().status();
            return sent <= AT_MOST && status == 413 ? "413" : status + " after " + sent + " bytes";
        }
    }

    /** The page that refuses a form of this size. */
    private static String page(String port, int size, String headers) throws IOException {
        String form = "number=" + "1".repeat(size);
        try (RawConnection connection = RawConnection.open(ports.url(port))
                .begin(
                        "POST /code",
                        "Accept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + form.length() + "\r\n" + headers + "\r\n" + form)) {
            RawConnection.Answer answer = connection.answer();
            assertThat(answer.status()).as(answer.text()).isEqualTo(413);
            return answer.text();
        }
    }

    private static String head(String type, boolean inChunks) {
        return "Content-Type: " + type + "\r\n" + (inChunks ? "Transfer-Encoding: chunked" : "Content-Length: " + HUGE)
                + "\r\n\r\n";
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
