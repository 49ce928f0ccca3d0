package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.choice;
import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jinbo.consumer.ConsentText;
import jinbo.consumer.RejectedVisitors;
import jinbo.testing.CapturedLog;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The remote portal behaves like the local one, and rejects visitors if no process serves. Tests share portals, each
 * with a number of its own, unless they leave a portal or its exchange changed.
 */
class RemotePortalIT {

    private static final String NUMBER = TestPortal.NUMBER;
    private static final Map<String, String> SOON =
            Map.of("jinbo.remote-portal.taken-within", "1s", "jinbo.remote-portal.answered-within", "4s");

    @TempDir
    private static Path shared;

    private static RemotePortalFixture portal;
    private static RemotePortalFixture soon;

    @BeforeAll
    static void open() throws IOException {
        portal = RemotePortalFixture.open(shared.resolve("patient"), Map.of());
        soon = RemotePortalFixture.open(shared.resolve("soon"), SOON);
    }

    @AfterAll
    static void close() {
        portal.close();
        soon.close();
    }

    @Test
    void servesAllPagesAndEmptiesTheRequestQueue() {
        Steps steps = new Steps();
        long registered = portal.rows("consumer_registration");
        long opened = portal.rows("call_case");
        steps.take("lists are published", () -> portal.exchange().publish());
        PortalVisitor holder = portal.visitor();
        steps.take("the holder proves the number", () -> {
            assertThat(holder.get("/").body()).contains("4 December 2026");
            assertThat(holder.ask("010-65551234").body()).contains("landline");
            assertThat(holder.ask("18200001234").body()).contains("Beijing");
            assertThat(next(holder.ask(NUMBER))).isEqualTo("/code");
            assertThat(holder.type("000000").statusCode()).isEqualTo(200);
            assertThat(next(holder.type(portal.gateway().codeFor(NUMBER)))).isEqualTo("/mine");
            assertThat(portal.visitor().ask(NUMBER).statusCode())
                    .as("a second code at once, in another browser")
                    .isEqualTo(429);
            assertThat(holder.get("/mine").body()).contains("Nothing is registered");
        });
        String done = steps.take("the holder chooses and registers", () -> {
            assertThat(holder.get("/choose").body()).contains("云河人寿", "北斗财险");
            assertThat(holder.post("/choose/preview", choice()).body())
                    .contains("云河人寿", "长青人寿", "From 4 December 2026");
            return next(holder.post("/choose/confirm", choice()));
        });
        steps.take("the choice is shown", () -> {
            assertThat(holder.get(done).body()).contains("Your number is registered");
            assertThat(holder.get("/mine").body()).contains("From 4 December 2026", done.substring("/done/".length()));
        });
        String confirmation = done.replace("/done/", "/confirmation/");
        steps.take("the confirmation is there, with its note and its proof", () -> {
            assertThat(holder.get(confirmation).body()).contains("no-calls-from: all of LIFE", "number: " + NUMBER);
            assertThat(holder.get(confirmation + "/note").body()).startsWith("jinbo-confirmation/v1\n");
            assertThat(holder.get(confirmation + "/proof").body()).startsWith("c2sp.org/tlog-proof@v1");
            assertThat(holder.get("/confirmation-key").body()).startsWith("confirmation.jinbo.invalid+");
            assertThat(holder.get("/confirmation/0000-0000-0000").statusCode()).isEqualTo(404);
        });
        String complaint = steps.take(
                "the holder complains",
                () -> next(holder.complain(Map.of(
                        "insurer", "BEIDOU",
                        "caller", "010-12345678",
                        "day", "2026-11-23",
                        "time", "20:15",
                        "purpose", "SALES",
                        "words", "他们卖车险。\uD83D\uDE20"))));
        steps.take("the complaint is shown", () -> {
            assertThat(holder.get(complaint).body()).contains("北斗财险");
            assertThat(holder.get("/complaints").body()).contains(complaint.substring("/complaints/".length()));
        });
        steps.take(
                "a call that is still to come is refused",
                () -> assertThat(holder.complain(Map.of(
                                        "day", "2026-11-25", "time", "20:15", "purpose", "SALES", "words", "tomorrow"))
                                .body())
                        .contains("is in the future"));
        steps.take("the next list holds the number", () -> {
            portal.exchange().publish();
            assertThat(portal.exchange().lists("YUNHE").text(2)).contains(NUMBER + ",LIFE,2026-12-04,2027-12-04");
        });
        steps.take("the holder cancels", () -> {
            assertThat(holder.get("/cancel").body()).contains("云河人寿");
            assertThat(next(holder.post(
                            "/cancel", Map.of("form", UUID.randomUUID().toString()))))
                    .startsWith("/done/");
            assertThat(holder.get("/mine").body()).contains("Nothing is registered");
        });
        steps.take("the holder leaves", () -> {
            assertThat(next(holder.post("/leave", Map.of()))).isEqualTo("/finished");
            assertThat(next(holder.get("/mine"))).isEqualTo("/?again");
        });
        steps.take("nothing is left in the request queue", () -> {
            assertThat(portal.rows("consumer_registration") - registered).isEqualTo(2);
            assertThat(portal.rows("call_case") - opened).isEqualTo(1);
            assertThat(portal.rows("portal_request") + portal.rows("portal_response"))
                    .isZero();
        });
    }

    @Test
    void logsNothingOfTheRequests(@TempDir Path folder) throws IOException {
        try (RemotePortalFixture changed = RemotePortalFixture.open(folder, SOON)) {
            CapturedLog log = new CapturedLog();
            try (log) {
                PortalVisitor holder = changed.visitor().prove(NUMBER);
                holder.post("/choose/confirm", choice());
                changed.exchange()
                        .sql()
                        .sql("alter table code_challenge rename to gone")
                        .update();
                assertThat(changed.visitor().ask("13810001235").statusCode()).isEqualTo(500);
                PortalVisitor late = changed.visitor();
                Map<String, String> form = Map.of("number", "13810001236", "_csrf", late.token());
                changed.serveNoLonger();
                assertThat(late.forge("/code", form).statusCode()).isEqualTo(503);
            }

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("The portal request sendCode has failed"))
                    .allSatisfy(line -> assertThat(line)
                            .doesNotContain("1381000123", changed.gateway().codeFor(NUMBER)));
        }
    }

    @Test
    void passesExceptionsToThePortal() {
        PortalVisitor holder = portal.visitor().prove("13810001241");
        Map<String, String> unknown = Map.of("insurer", "NOBODY", "day", "2026-11-23", "time", "20:15", "words", "");

        assertThat(holder.complain(unknown).statusCode()).isEqualTo(404);
        portal.clock().pass(Duration.ofMinutes(16));
        assertThat(next(holder.get("/mine"))).isEqualTo("/?again");
    }

    @Test
    void acceptsDeliveryReceipts() {
        assertThat(portal.visitor()
                        .forge("/sms/receipts/first", Map.of("id", "1"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(portal.visitor()
                        .forge("/sms/receipts/third", Map.of("id", "1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void withdrawsRequestsThatNobodyServes(@TempDir Path folder) throws IOException {
        Steps steps = new Steps();
        try (RemotePortalFixture changed = RemotePortalFixture.open(folder, SOON)) {
            PortalVisitor holder = changed.visitor().prove(NUMBER);
            Map<String, String> form = Map.of("_csrf", holder.token());
            steps.take("nobody serves any longer", () -> changed.serveNoLonger());
            steps.take("visitors are asked to come back", () -> {
                for (HttpResponse<String> away : List.of(
                        holder.get("/mine"),
                        holder.get("/complaints"),
                        holder.forge(
                                "/cancel", with(form, "form", UUID.randomUUID().toString())))) {
                    assertThat(away.statusCode()).isEqualTo(503);
                    assertThat(away.headers().firstValue("Retry-After")).hasValue("60");
                    assertThat(away.body()).contains("The registry cannot be reached at the moment");
                }
            });
            steps.take("once somebody serves again nothing was done", () -> {
                assertThat(changed.rows("portal_request")).as("withdrawn").isZero();
                changed.serve();
                assertThat(holder.get("/mine").body()).contains("Nothing is registered");
                assertThat(changed.rows("consumer_registration")).isZero();
            });
            steps.take("the exchange counts the visitors who were turned away", () -> {
                changed.closePortal();
                assertThat(changed.exchange().bean(RejectedVisitors.class).since(Instant.EPOCH))
                        .as("told through the request queue to whoever watches")
                        .isEqualTo(3);
            });
        }
    }

    @Test
    void registersOnceIfAnAnswerIsLate() throws SQLException {
        long registered = soon.rows("consumer_registration");
        PortalVisitor holder = soon.visitor().prove("13810001242");
        Map<String, String> form = with(choice(), "_csrf", holder.token());
        try (LockedTable held = LockedTable.of(soon.exchange().owner(), "access_log_entry")) {
            assertThat(holder.forge("/choose/confirm", form).statusCode()).isEqualTo(503);
            held.awaitWaiting(1);
        }

        assertThat(next(holder.forge("/choose/confirm", form))).startsWith("/done/");
        assertThat(soon.rows("consumer_registration") - registered).isEqualTo(1);
    }

    @Test
    void opensOneCaseIfAnAnswerIsLate() throws SQLException {
        Steps steps = new Steps();
        long opened = soon.rows("call_case");
        String number = "13810001243";
        PortalVisitor holder = soon.visitor().prove(number);
        Map<String, String> form = with(
                Map.of(
                        "day",
                        "2026-11-23",
                        "time",
                        "20:15",
                        "purpose",
                        "SALES",
                        "form",
                        UUID.randomUUID().toString(),
                        "consent",
                        ConsentText.OF_COMPLAINTS),
                "_csrf",
                holder.token());
        steps.take("a complaint is not answered in time", () -> {
            try (LockedTable held = LockedTable.of(soon.exchange().owner(), "call_case")) {
                assertThat(holder.forge("/complain", form).statusCode()).isEqualTo(503);
                assertThat(holder.forge("/complain", form).statusCode()).isEqualTo(503);
                held.awaitWaiting(2);
            }
        });
        String complaint = steps.take("the form is sent again", () -> next(holder.forge("/complain", form)));
        steps.take(
                "so it is once more",
                () -> assertThat(next(holder.forge("/complain", form))).isEqualTo(complaint));
        steps.take("a day later it is still one case", () -> {
            soon.clock().pass(Duration.ofHours(25));
            PortalVisitor nextDay = soon.visitor().prove(number);
            assertThat(next(nextDay.forge("/complain", with(form, "_csrf", nextDay.token()))))
                    .isEqualTo(complaint);
            assertThat(soon.rows("call_case") - opened).isEqualTo(1);
        });
    }

    @Test
    void registersOnceAfterTheDiskWasFull() {
        Steps steps = new Steps();
        long registered = soon.rows("registration");
        PortalVisitor holder = soon.visitor().prove("13810001244");
        Map<String, String> form = with(choice(), "_csrf", holder.token());
        steps.take("without room the visitor is asked to come back", () -> {
            try (DiskFullTable full = DiskFullTable.of(soon.exchange().owner(), "consumer_registration")) {
                assertThat(full).isNotNull();
                HttpResponse<String> away = holder.forge("/choose/confirm", form);
                assertThat(away.statusCode()).isEqualTo(503);
                assertThat(away.headers().firstValue("Retry-After")).hasValue("60");
            }
        });
        steps.take("with room the same form registers, once", () -> {
            assertThat(next(holder.forge("/choose/confirm", form))).startsWith("/done/");
            assertThat(soon.rows("registration") - registered).isEqualTo(1);
            assertThat(soon.rows("access_log_open")).isZero();
        });
    }

    @Test
    void survivesARestartOfTheExchange() {
        PortalVisitor holder = portal.visitor().prove("13810001245");
        portal.serveNoLonger();
        portal.exchange().restart();
        portal.serve();

        assertThat(holder.get("/mine").body()).contains("Nothing is registered");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(name, value);
        return all;
    }
}
