package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jinbo.consumer.RejectedVisitors;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under overload visitors are rejected, and nobody can exhaust the limits of all. */
class PortalOverloadIT {

    /** A third is reserved for other networks, which the visitors of a test do not have. */
    private static final Map<String, String> FOUR_IN_ALL = Map.of("jinbo.consumer.codes-in-all", "4");

    @TempDir
    private Path folder;

    private TestPortal portal;

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void totalLimitStopsMessagesUntilTheMinuteEnds() throws IOException {
        Steps steps = new Steps();
        portal = TestPortal.open(folder, FOUR_IN_ALL);
        steps.take("three codes are sent", () -> {
            for (int i = 0; i < 3; i++) {
                assertThat(next(visitor().ask("1381000100" + i))).isEqualTo("/code");
            }
        });
        HttpResponse<String> wait =
                steps.take("a fourth one is asked for", () -> visitor().ask("13810001009"));
        steps.take("it is not sent, and the page says for how long", () -> {
            assertThat(wait.statusCode()).isEqualTo(429);
            assertThat(wait.body()).contains("in some minutes (at most 1)");
            assertThat(portal.gateway().messages()).hasSize(3);
        });
        steps.take("a minute later it is sent", () -> {
            portal.clock().pass(Duration.ofMinutes(1));
            assertThat(next(visitor().ask("13810001009"))).isEqualTo("/code");
        });
    }

    @Test
    void refusedVisitorsDoNotUseTheTotalLimit() throws IOException {
        portal = TestPortal.open(folder, FOUR_IN_ALL);
        PortalVisitor attacker = visitor();
        for (int i = 0; i < 5; i++) {
            attacker.ask("13810001001");
        }

        assertThat(next(visitor().ask("13810001002"))).isEqualTo("/code");
        assertThat(next(visitor().ask("13810001003"))).isEqualTo("/code");
        assertThat(portal.gateway().messages()).hasSize(3);
    }

    @Test
    void rejectsVisitorsInBothLanguages() throws IOException, SQLException {
        Steps steps = new Steps();
        steps.take("the portal opens for one visitor at a time", () -> {
            portal = TestPortal.open(folder, Map.of("jinbo.portal.at-once", "1", "jinbo.portal.wait-at-most", "0s"));
        });
        PortalVisitor first = visitor();
        Map<String, String> form = Map.of("number", "13810001001", "_csrf", first.token());
        CompletableFuture<HttpResponse<String>> busy;
        try (LockedTable held = portal.hold("code_challenge")) {
            busy = CompletableFuture.supplyAsync(() -> first.forge("/code", form));
            held.awaitWaiting(1);

            steps.take("while it serves one visitor another is asked to come back, in both languages", () -> {
                HttpResponse<String> wait = visitor().get("/");
                assertThat(wait.statusCode()).isEqualTo(503);
                assertThat(wait.headers().firstValue("Retry-After")).hasValue("10");
                assertThat(wait.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
                assertThat(wait.headers().firstValue("Cache-Control").orElse(""))
                        .contains("no-store");
                assertThat(wait.headers().firstValue("Content-Security-Policy").orElse(""))
                        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                        .doesNotContain("unsafe");
                assertThat(wait.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
                assertThat(wait.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
                assertThat(wait.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(wait.body()).contains("请稍候", "Please wait").doesNotContain("<script", "style=");
            });
            steps.take(
                    "its style sheet is served",
                    () -> assertThat(visitor().get("/portal.css").statusCode()).isEqualTo(200));
        }
        steps.take("both are served afterwards", () -> {
            assertThat(next(busy.join())).isEqualTo("/code");
            assertThat(visitor().get("/").statusCode()).isEqualTo(200);
        });
        steps.take("the exchange counts the visitor who was turned away", () -> {
            portal.closePort();
            assertThat(portal.exchange().bean(RejectedVisitors.class).since(Instant.EPOCH))
                    .as("told to whoever watches")
                    .isEqualTo(1);
        });
    }

    private PortalVisitor visitor() {
        return new PortalVisitor(portal);
    }
}
