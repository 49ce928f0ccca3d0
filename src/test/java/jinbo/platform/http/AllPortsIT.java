package jinbo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.testing.AttackTable;
import jinbo.testing.CapturedLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for all answers of all ports. */
class AllPortsIT {

    private static final String CLOSE = "Connection: close\r\n\r\n";
    private static final String END = "Host: 127.0.0.1\r\n" + CLOSE;

    /** Answered by Tomcat, by a filter, and by pages. */
    private static final Map<String, String> REQUESTS = Map.ofEntries(
            Map.entry("a page", "GET / HTTP/1.1\r\n" + END),
            Map.entry("a page for who signs in", "GET /sign-in HTTP/1.1\r\n" + END),
            Map.entry("health", "GET /actuator/health HTTP/1.1\r\n" + END),
            Map.entry("metrics", "GET /actuator/prometheus HTTP/1.1\r\n" + END),
            Map.entry("no such page", "GET /nothing HTTP/1.1\r\nAccept: text/html\r\n" + END),
            Map.entry("a form without its token", "POST / HTTP/1.1\r\nContent-Length: 0\r\n" + END),
            Map.entry("a path that a firewall refuses", "GET /;x/a HTTP/1.1\r\n" + END),
            Map.entry("no HTTP", "GARBAGE\r\n\r\n"),
            Map.entry("a letter that no path has", "GET /a|b{ HTTP/1.1\r\n" + END),
            Map.entry("a zero in the path", "GET /%00 HTTP/1.1\r\n" + END),
            Map.entry("no host", "GET / HTTP/1.1\r\n" + CLOSE),
            Map.entry("two hosts", "GET / HTTP/1.1\r\nHost: a\r\n" + END),
            Map.entry("HTTP 3", "GET / HTTP/3.0\r\n" + END),
            Map.entry("TRACE", "TRACE / HTTP/1.1\r\n" + END),
            Map.entry("a method of somebody's own", "FOO / HTTP/1.1\r\n" + END),
            Map.entry("headers of 20,000 letters", "GET / HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n" + END),
            Map.entry("an unknown encoding", "POST / HTTP/1.1\r\nTransfer-Encoding: none\r\n" + END),
            Map.entry("an expectation", "POST / HTTP/1.1\r\nExpect: none\r\nContent-Length: 0\r\n" + END),
            Map.entry("nothing that it can accept", "GET /actuator/health HTTP/1.1\r\nAccept: a/b\r\n" + END));

    @TempDir
    private static Path folder;

    private static RawPortsFixture ports;

    @BeforeAll
    static void open() {
        ports = RawPortsFixture.open(folder.resolve("home"), Map.of());
    }

    @AfterAll
    static void close() {
        ports.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitoring", "console", "portal"})
    void everyAnswerTellsABrowserToAllowNothing(String port) throws IOException {
        List<String> bare = new ArrayList<>();
        for (Map.Entry<String, String> request : REQUESTS.entrySet()) {
            String answer = ports.send(port, request.getValue());
            assertThat(answer).as(request.getKey()).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 500");
            String head = head(answer);
            if (!head.contains("x-content-type-options: nosniff")
                    || !head.contains("x-frame-options: deny")
                    || !head.contains("referrer-policy: no-referrer")
                    || !head.contains("content-security-policy: default-src 'none'")
                    || !head.contains("cache-control: no-store")) {
                bare.add(request.getKey() + "\n" + head);
            }
        }
        assertThat(bare).isEmpty();
        AttackTable.row(
                "web: requests that Tomcat refuses itself, " + port,
                "no answer without security headers",
                bare.isEmpty() ? "no answer without security headers" : "bare answers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitoring", "console", "portal"})
    void aBrowserMaySpeakManyLanguages(String port) throws IOException {
        String path = Map.of("monitoring", "/actuator/health", "console", "/sign-in", "portal", "/")
                .get(port);
        String seen = "200";
        try (CapturedLog log = new CapturedLog()) {
            for (int languages : new int[] {11, 100, 1500}) {
                String wanted = IntStream.range(0, languages)
                        .mapToObj(i -> "x" + Integer.toString(i, 36))
                        .collect(Collectors.joining(","));
                String answer = ports.get(port, path, "Accept-Language: " + wanted);
                if (!answer.startsWith("HTTP/1.1 200")) {
                    seen = answer.substring(0, 12);
                }
            }
            assertThat(String.join("", log.lines())).hasSizeLessThan(2000);
        }
        AttackTable.row("web: 11 to 1,500 languages accepted, " + port, "200", seen);
    }

    @Test
    void whoHasNotSignedInHasNoSession() throws IOException {
        String seen = "no session";
        for (String path :
                List.of("/", "/sign-in", "/held", "/nothing", "/sign-in?wrong", "/console.css", "/log?object=a")) {
            if (head(ports.get("console", path, "Accept: text/html")).contains("jinbo-session")) {
                seen = "a session for " + path;
            }
        }
        String form = "name=a&password=b";
        String refused = ports.send(
                "console",
                "POST /sign-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length() + "\r\n" + END + form);
        assertThat(refused).startsWith("HTTP/1.1 403");
        assertThat(head(refused)).doesNotContain("jinbo-session");
        AttackTable.row("web: pages of the console asked for without signing in", "no session", seen);
    }

    @Test
    void noRequestSaysWhereARedirectionLeads() throws IOException {
        assertThat(head(ports.get("console", "/"))).contains("\nlocation: /sign-in\r");
        assertThat(head(ports.get("portal", "/mine"))).contains("\nlocation: /?again\r");
    }

    @Test
    void onThisMachineAloneNoForeignNameIsAnswered() throws IOException {
        String foreign = "GET / HTTP/1.1\r\nHost: evil.example\r\n" + CLOSE;

        String seen = ports.send("portal", foreign).substring(0, 12) + ", "
                + ports.send("console", foreign).substring(0, 12);
        AttackTable.row("web: a foreign host asked for, on this machine alone", "HTTP/1.1 400, HTTP/1.1 400", seen);
    }

    @Test
    void atAPublicAddressOnlyItsNameIsAnsweredWhateverAProxyPassesOn() throws IOException {
        try (RawPortsFixture proxied = RawPortsFixture.open(
                folder.resolve("proxied"),
                Map.of(
                        "jinbo.portal.public-address", "https://portal.example",
                        "jinbo.portal.behind-proxy", "true"))) {
            List<String> seen = new ArrayList<>();
            for (String host : List.of("evil.example", "portal.example.evil", "Portal.Example", "portal.example:443")) {
                seen.add(proxied.send("portal", "GET / HTTP/1.1\r\nHost: " + host + "\r\n" + CLOSE)
                        .substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
            }
            AttackTable.row(
                    "web: a foreign host asked for, at a public address (its own name last, twice)",
                    "400, 400, 200, 200",
                    String.join(", ", seen));

            String led = head(proxied.send("portal", """
                    GET /mine HTTP/1.1\r
                    Host: portal.example\r
                    X-Forwarded-Proto: https\r
                    X-Forwarded-Host: evil.example\r
                    X-Forwarded-Port: 666\r
                    Forwarded: host=evil.example\r
                    """ + CLOSE));
            assertThat(led).doesNotContain("evil", "666");
            AttackTable.row(
                    "web: a foreign host passed on by the proxy",
                    "redirected to /?again",
                    led.contains("\nlocation: /?again\r") ? "redirected to /?again" : led);
        }
    }

    private static String head(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n") + 2).toLowerCase(Locale.ROOT);
    }
}
