package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.call;
import static jinbo.consumer.portal.PortalVisitor.choice;
import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.consumer.ConsentText;
import jinbo.consumer.PurgeExpiredProofs;
import jinbo.platform.http.WebPort;
import jinbo.testing.AttackTable;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither a proof nor a link allows to fill the access log. */
class PortalViewLimitIT {

    private static final int VIEWS = 6;
    private static final String REFUSED_AND_NOTHING_WRITTEN = "429, and nothing is written";

    @TempDir
    private static Path folder;

    private static TestPortal portal;
    private static int numbers;

    @BeforeAll
    static void open() throws IOException {
        portal = TestPortal.open(
                folder,
                Map.of(
                        "jinbo.consumer.views-per-number",
                        Integer.toString(VIEWS),
                        "jinbo.consumer.renew-at",
                        "http://127.0.0.1/renew/"));
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    /** Each test has its own day. */
    @BeforeEach
    void aDayLater() {
        portal.clock().pass(Duration.ofDays(1));
    }

    @Test
    void rejectsLoopsUntilTheNextDay() {
        String number = number();
        PortalVisitor holder = visitor().prove(number);
        for (int i = 0; i < VIEWS; i++) {
            assertThat(holder.get("/mine").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = holder.get("/mine");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After"))
                .as("until midnight in Beijing")
                .hasValue(Integer.toString(15 * 3600 + 1));
        assertThat(refused.body()).contains("<h1>", "Please come back tomorrow", "?lang=zh");
        assertThat(holder.get("/?lang=zh").statusCode()).isEqualTo(200);
        assertThat(holder.get("/mine").body()).contains("请明天再来");
        assertThat(visitor().prove(number()).get("/mine").statusCode())
                .as("another number")
                .isEqualTo(200);
        portal.clock().pass(Duration.ofHours(15));
        assertThat(visitor().prove(number).get("/mine").statusCode()).isEqualTo(200);
    }

    @Test
    void limitAppliesToAllPagesOfTheHolder() {
        String number = number();
        PortalVisitor holder = visitor().prove(number);
        String confirmation = next(holder.post("/choose/confirm", choice())).replace("/done/", "/confirmation/");
        Map<String, String> complained = new HashMap<>(call("2026-11-24"));
        complained.put("form", UUID.randomUUID().toString());
        String complaint = next(holder.complain(complained));
        useUp(holder);

        Map<String, Supplier<HttpResponse<String>>> ways = Map.of(
                "/mine", () -> holder.get("/mine"),
                "/cancel", () -> holder.get("/cancel"),
                "/complaints", () -> holder.get("/complaints"),
                "a complaint", () -> holder.get(complaint),
                "a complaint asked for", () -> holder.post("/complaints", Map.of("number", complaint)),
                "the same complaint again", () -> holder.complain(complained),
                "a confirmation", () -> holder.get(confirmation),
                "its note", () -> holder.get(confirmation + "/note"),
                "its proof", () -> holder.get(confirmation + "/proof"),
                "/choose/preview", () -> holder.post("/choose/preview", choice()));

        ways.forEach((name, way) -> AttackTable.row(
                "portal: a proven visitor in a loop, after the day's views: " + name,
                REFUSED_AND_NOTHING_WRITTEN,
                twice(way)));
        assertThat(next(holder.post("/cancel", Map.of("form", UUID.randomUUID().toString()))))
                .as("what is registered may still be changed")
                .startsWith("/done/");
    }

    @Test
    void limitAppliesToReminderLinks() {
        String number = number();
        Map<String, String> halfAYear = new HashMap<>(choice());
        halfAYear.put("term", "6M");
        visitor().prove(number).post("/choose/confirm", halfAYear);
        portal.exchange()
                .sql()
                .sql("update consumer_registration set expires_on = ? where term = '6M'")
                .param(LocalDate.ofInstant(portal.clock().instant(), ZoneOffset.UTC)
                        .plusDays(20))
                .update();
        assertThat(portal.exchange().bean(RemindBeforeEnd.class).run().sent()).isEqualTo(1);
        String link = portal.gateway().linkFor(number);
        PortalVisitor stranger = visitor();
        for (int i = 0; i < VIEWS / 2; i++) {
            assertThat(stranger.get(link).statusCode()).isEqualTo(200);
        }

        AttackTable.row(
                "portal: the link of a reminder in a loop, after the day's views",
                REFUSED_AND_NOTHING_WRITTEN,
                twice(() -> stranger.get(link)));
        AttackTable.row(
                "portal: the form of that link in a loop, after the day's views",
                REFUSED_AND_NOTHING_WRITTEN,
                twice(() -> stranger.post(
                        link,
                        Map.of(
                                "consent",
                                ConsentText.VERSION,
                                "form",
                                UUID.randomUUID().toString()))));
    }

    @Test
    void processesShareCountsAndExpiredOnesAreRemoved() {
        String number = number();
        PortalVisitor holder = visitor().prove(number);
        useUp(holder);
        portal.clock().pass(Duration.ofMinutes(1));
        try (TestExchange other = portal.exchange().anotherProcess();
                WebPort.Open port = (WebPort.Open) other.bean(OpenPortal.class).open()) {
            PortalVisitor there = new PortalVisitor(port.url(), portal.gateway()).prove(number);

            assertThat(there.get("/mine").statusCode()).isEqualTo(429);
        }
        assertThat(portal.exchange().count("visitor_count where kind = 'VIEWS_IN_DAY'"))
                .isPositive();
        portal.clock().pass(Duration.ofDays(1));
        portal.exchange().bean(PurgeExpiredProofs.class).now();
        assertThat(portal.exchange().count("visitor_count")).isZero();
    }

    /** Sends a request twice and returns both results and the log entries. */
    private static String twice(Supplier<HttpResponse<String>> way) {
        long before = entries();
        int first = way.get().statusCode();
        int second = way.get().statusCode();
        return first
                + (second == first ? "" : " and " + second)
                + (entries() == before ? ", and nothing is written" : ", and entries are written");
    }

    private static void useUp(PortalVisitor holder) {
        for (int i = 0; i <= VIEWS; i++) {
            holder.get("/mine");
        }
        assertThat(holder.get("/mine").statusCode()).isEqualTo(429);
    }

    private static long entries() {
        return portal.exchange().count("access_log_entry");
    }

    private static PortalVisitor visitor() {
        return new PortalVisitor(portal);
    }

    private static String number() {
        numbers++;
        return "1381000" + (7000 + numbers);
    }
}
