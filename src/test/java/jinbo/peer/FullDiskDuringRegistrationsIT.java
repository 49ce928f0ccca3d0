package jinbo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jinbo.accesslog.CheckLog;
import jinbo.consumer.FailAbandonedAccesses;
import jinbo.consumer.portal.OpenPortal;
import jinbo.consumer.portal.PortalVisitor;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.http.WebPort;
import jinbo.testing.FailureTable;
import jinbo.testing.SettableClock;
import jinbo.testing.SmallFileSystem;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of ours fills up while people register: each is told that it is registered, and is, or is asked to come back, and is not. */
@Tag("interop")
class FullDiskDuringRegistrationsIT {

    private static final int VISITORS = 60;
    private static final String DONE = "/done/";

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");

    @TempDir
    private Path folder;

    private Path home;
    private TestGateway gateway;

    @BeforeEach
    void open() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        gateway = TestGateway.open();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void theEmbeddedDatabaseHasNoRoomForMoreWords() throws IOException {
        Steps steps = new Steps();
        Map<String, String> settings = new HashMap<>(gateway.settings(home));
        settings.put("spring.datasource.url", EmbeddedDatabase.AS_URL);
        settings.put("jinbo.portal.port", "0");
        try (SmallFileSystem disk =
                        SmallFileSystem.over(Files.createDirectory(home.resolve("db")), 160 * 1024, "root");
                TestExchange exchange = TestExchange.start(home, clock, settings);
                WebPort.Open portal =
                        (WebPort.Open) exchange.bean(OpenPortal.class).open()) {
            Map<PortalVisitor, Map<String, String>> forms = proven(portal.url());
            steps.take("the disk is full", () -> disk.fill());
            List<HttpResponse<String>> answers = steps.take(
                    "visitors register",
                    () -> forms.entrySet().stream()
                            .map(visit -> visit.getKey().forge("/choose/confirm", visit.getValue()))
                            .toList());
            long done = answers.stream()
                    .filter(FullDiskDuringRegistrationsIT::isRegistered)
                    .count();
            steps.take("visitors that cannot be served are asked to come back", () -> {
                assertThat(done).as("the disk was full").isLessThan(VISITORS);
                assertThat(answers.stream().filter(answer -> !isRegistered(answer)))
                        .allSatisfy(away -> assertThat(away.statusCode()).isEqualTo(503))
                        .allSatisfy(away -> assertThat(away.headers().firstValue("Retry-After"))
                                .hasValue("60"))
                        .allSatisfy(away -> assertThat(away.body()).contains("Please come back in a few minutes"));
                assertThat(words(exchange)).as("answered and registered").isEqualTo(done);
            });
            steps.take("with room everybody registers", () -> {
                disk.free();
                forms.forEach((visitor, form) -> assertThat(PortalVisitor.next(visitor.forge("/choose/confirm", form)))
                        .startsWith(DONE));
            });
            steps.take("nothing is open, and registry and log agree", () -> {
                clock.pass(FailAbandonedAccesses.AFTER.plus(Duration.ofMinutes(1)));
                exchange.bean(FailAbandonedAccesses.class).begin().close();
                assertThat(exchange.count("access_log_open")).isZero();
                exchange.assertRegistryAgrees();
                assertThat(exchange.bean(CheckLog.class).all(index -> {})).isEmpty();
            });
            FailureTable.row(
                    "our own disk",
                    "the embedded database's is full while people register",
                    1,
                    VISITORS - words(exchange),
                    words(exchange) - VISITORS,
                    0);
        }
    }

    @Test
    void theOutboxHasNoRoomForACode() throws IOException {
        Steps steps = new Steps();
        try (TestExchange exchange = TestExchange.start(home, clock, Map.of("jinbo.portal.port", "0"));
                SmallFileSystem disk = SmallFileSystem.over(Files.createDirectory(home.resolve("outbox")), 64, "root");
                WebPort.Open portal =
                        (WebPort.Open) exchange.bean(OpenPortal.class).open()) {
            Path messages = home.resolve("outbox/messages.jsonl");
            PortalVisitor visitor = new PortalVisitor(portal.url(), gateway);
            steps.take(
                    "a code is sent",
                    () -> assertThat(PortalVisitor.next(visitor.ask(number(0)))).isEqualTo("/code"));
            steps.take("the outbox is full", () -> {
                disk.fill();
                // the rest of the page that the first line has begun
                while (Files.size(messages) % 4096 != 0 && visitorIsServed(portal, (int) Files.size(messages))) {
                    assertThat(Files.readString(messages)).endsWith("}\n");
                }
            });
            HttpResponse<String> away = steps.take("another visitor asks for a code", () -> visitor.ask(number(1)));
            steps.take("the visitor is asked to come back", () -> {
                assertThat(away.statusCode()).isEqualTo(503);
                assertThat(away.headers().firstValue("Retry-After")).hasValue("60");
                assertThat(away.body()).contains("No code can be sent at the moment");
                assertThat(Files.readString(messages)).as("no half line").endsWith("}\n");
            });
            steps.take("with room the code is sent", () -> {
                disk.free();
                assertThat(PortalVisitor.next(visitor.ask(number(1))))
                        .as("and the one that was not sent counts for nothing")
                        .isEqualTo("/code");
                assertThat(Files.readAllLines(messages))
                        .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
            });
        }
    }

    private boolean visitorIsServed(WebPort.Open portal, int size) {
        return new PortalVisitor(portal.url(), gateway).ask(number(size)).statusCode() != 503;
    }

    private Map<PortalVisitor, Map<String, String>> proven(String url) {
        Map<PortalVisitor, Map<String, String>> forms = new LinkedHashMap<>();
        for (int i = 0; i < VISITORS; i++) {
            PortalVisitor visitor = new PortalVisitor(url, gateway).prove(number(i));
            Map<String, String> form = new HashMap<>(PortalVisitor.choice());
            form.put("_csrf", visitor.token());
            forms.put(visitor, form);
        }
        return forms;
    }

    private static String number(int which) {
        return Long.toString(13810003000L + which);
    }

    private static boolean isRegistered(HttpResponse<String> answer) {
        return answer.statusCode() == 302 && PortalVisitor.next(answer).startsWith(DONE);
    }

    private static long words(TestExchange exchange) {
        return exchange.count("consumer_registration");
    }
}
