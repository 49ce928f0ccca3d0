package jinbo.story.crash;

import static jinbo.consumer.portal.PortalVisitor.choice;
import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.accesslog.CheckLog;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.consumer.FailAbandonedAccesses;
import jinbo.consumer.portal.OpenPortal;
import jinbo.consumer.portal.PortalVisitor;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.http.WebPort;
import jinbo.testing.FailureTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that serve visitors over their own database and are killed with SIGKILL amid registrations; the last one is not. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledDuringRegistrationsIT {

    /** What a visitor comes by who registers. */
    static final Set<FaultPoint> POINTS = EnumSet.of(
            FaultPoint.CODE_SENT,
            FaultPoint.REGISTRATION_BEGUN,
            FaultPoint.REGISTRATION_WRITTEN,
            FaultPoint.REGISTRATION_COMMITTED);

    /** Those at which an access is announced and has no result. */
    private static final Set<FaultPoint> LEFT_OPEN =
            EnumSet.of(FaultPoint.CODE_SENT, FaultPoint.REGISTRATION_BEGUN, FaultPoint.REGISTRATION_WRITTEN);

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");
    private final Map<FaultPoint, Map<String, String>> forms = new EnumMap<>(FaultPoint.class);

    @TempDir
    private Path folder;

    private Path home;
    private TestGateway gateway;

    @BeforeEach
    void open() throws IOException {
        home = folder.resolve("home");
        gateway = TestGateway.open();
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        gateway.close();
        server().ifPresent(ProcessHandle::destroy);
    }

    @Test
    void whoeverDiesAWordIsRegisteredOnceOrNotAtAllAndTheSameFormAgainRegistersItOnce() throws IOException {
        Steps steps = new Steps();
        steps.take("insurers join", () -> {
            try (TestExchange exchange = TestExchange.reopen(home, clock, embedded())) {
                exchange.joinAll();
            }
        });
        steps.take("the process is killed at each point", () -> {
            for (FaultPoint point : POINTS) {
                killedAt(point);
                clock.pass(FailAbandonedAccesses.AFTER.plus(Duration.ofMinutes(1)));
            }
        });
        try (TestExchange last = TestExchange.reopen(home, clock, embedded());
                WebPort.Open portal = (WebPort.Open) last.bean(OpenPortal.class).open()) {
            steps.take("what was left open is given up", () -> {
                last.bean(FailAbandonedAccesses.class).begin().close();
                assertThat(sound(last)).isTrue();
            });
            steps.take("one choice is registered, and no access is open", () -> {
                assertThat(last.count("consumer_registration"))
                        .as("of the one that was registered for good")
                        .isEqualTo(1);
                assertThat(last.count("access_log_open")).as("open intents").isZero();
                assertThat(last.count(
                                "access_log_entry where role = 'CONSUMER' and outcome = '" + AccessLog.ABANDONED + "'"))
                        .isEqualTo(LEFT_OPEN.size());
            });
            long lost = 0;
            for (FaultPoint point : POINTS) {
                PortalVisitor again = new PortalVisitor(portal.url(), gateway).prove(number(point));
                String first = next(again.post("/choose/confirm", forms.get(point)));
                assertThat(next(again.post("/choose/confirm", forms.get(point))))
                        .isEqualTo(first);
                lost += first.startsWith("/done/") ? 0 : 1;
            }

            long doubled = last.count("consumer_registration") - POINTS.size();
            steps.take("each choice is registered once", () -> {
                assertThat(last.count("registration")).isEqualTo(POINTS.size());
                assertThat(sound(last)).isTrue();
            });
            FailureTable.row("serve", "killed while visitors register, four times", POINTS.size(), lost, doubled, 0);
        }
    }

    private void killedAt(FaultPoint point) throws IOException {
        Path log = Files.createDirectories(folder.resolve("log"));
        Map<String, String> settings = new HashMap<>(embedded());
        settings.put("jinbo.home", home.toString());
        settings.put("jinbo.clock", clock.instant().toString());
        try (ProgramProcess process =
                ProgramProcess.start(ServerProgram.class, point.name(), settings, log.resolve(point + ".txt"))) {
            PortalVisitor visitor = new PortalVisitor(process.tell("serves at "), gateway);
            forms.put(point, choice());
            CompletableFuture<Void> visit = CompletableFuture.runAsync(() -> register(visitor, point));
            process.dieAt(point.name());
            if (point == FaultPoint.REGISTRATION_COMMITTED) {
                // the database dies with it: what was registered for good is on the disk
                server().ifPresent(ProcessHandle::destroyForcibly);
            }
            assertThat(visit.handle((done, failed) -> failed).join())
                    .as("nobody is told that it is registered")
                    .isInstanceOf(CompletionException.class);
        }
    }

    private void register(PortalVisitor visitor, FaultPoint point) {
        visitor.prove(number(point)).post("/choose/confirm", forms.get(point));
    }

    private Map<String, String> embedded() throws IOException {
        Map<String, String> settings = new HashMap<>(gateway.settings(home));
        settings.put("spring.datasource.url", EmbeddedDatabase.AS_URL);
        settings.put("jinbo.portal.port", "0");
        return settings;
    }

    private static String number(FaultPoint point) {
        return Long.toString(13810001000L + point.ordinal());
    }

    private static boolean sound(TestExchange exchange) {
        return exchange.bean(CheckLog.class).all(index -> {}).isEmpty()
                && exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()).stream()
                        .allMatch(RuleResult::holds);
    }

    private Optional<ProcessHandle> server() throws IOException {
        Path file = home.resolve("db/data/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()));
    }
}
