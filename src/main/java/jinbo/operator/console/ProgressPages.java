package jinbo.operator.console;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import jinbo.batch.RunProgress;
import jinbo.participant.staff.NotProvenException;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Sends the progress of runs to open pages as server-sent events. A connection occupies no thread and does not extend
 * its session. It is closed when the session ends, the person is revoked, or the program stops.
 */
@ConsolePage
final class ProgressPages implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressPages.class);

    private static final int MOST_CONNECTIONS = 64;
    private static final int KEEP_ALIVE_SECONDS = 15;

    private final RunProgress progress;
    private final SignIn signIn;
    private final ITemplateEngine templates;
    private final LongSupplier milliseconds;
    private final Map<Connection, List<String>> sent = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "console-progress");
        thread.setDaemon(true);
        return thread;
    });
    private int seconds;

    @Autowired
    ProgressPages(RunProgress progress, SignIn signIn, ITemplateEngine templates) {
        // not the injected clock: compared with HttpSession.getLastAccessedTime
        this(progress, signIn, templates, System::currentTimeMillis);
    }

    ProgressPages(RunProgress progress, SignIn signIn, ITemplateEngine templates, LongSupplier milliseconds) {
        this.progress = progress;
        this.signIn = signIn;
        this.templates = templates;
        this.milliseconds = milliseconds;
        sender.scheduleWithFixedDelay(this::send, 1, 1, TimeUnit.SECONDS);
    }

    private static final List<String> PARTS = List.of("summary", "runs", "collect", "publish", "watch");

    private record Connection(SseEmitter emitter, HttpSession session, SignedInPerson by, Locale locale) {}

    public record Row(
            String job, String insurer, String files, String rows, String rate, String item, int percent, String left) {

        static List<Row> of(List<RunProgress.State> runs) {
            return runs.stream().map(Row::of).toList();
        }

        private static Row of(RunProgress.State run) {
            return new Row(
                    run.job(),
                    run.insurer(),
                    PageFormat.count(run.files()) + " / " + PageFormat.count(run.filesTotal()),
                    PageFormat.count(run.rows()),
                    run.rate() == 0 ? "" : PageFormat.count(run.rate()),
                    run.item(),
                    (int) (100 * run.share()),
                    run.left().map(PageFormat::took).orElse(""));
        }
    }

    /** Opens a connection; responds without content if there are too many. */
    @GetMapping("/progress")
    ResponseEntity<SseEmitter> connect(@AuthenticationPrincipal SignedInPerson by, Locale locale, HttpSession session)
            throws IOException {
        if (sent.size() >= MOST_CONNECTIONS) {
            return ResponseEntity.noContent().build();
        }
        SseEmitter emitter = new SseEmitter(0L);
        Connection connection = new Connection(emitter, session, by, locale);
        emitter.onCompletion(() -> sent.remove(connection));
        emitter.onError(gone -> sent.remove(connection));
        sent.put(connection, List.of());
        // the header goes out with the first event
        emitter.send(SseEmitter.event().comment(""));
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(emitter);
    }

    private void send() {
        try {
            seconds++;
            if (!sent.isEmpty()) {
                List<Row> rows = Row.of(progress.all());
                Map<Locale, List<String>> parts = new HashMap<>();
                sent.forEach((connection, last) -> send(
                        connection,
                        last,
                        parts.computeIfAbsent(
                                connection.locale(),
                                locale -> PARTS.stream()
                                        .map(part -> templates.process(
                                                "progress",
                                                Set.of(part),
                                                new Context(locale, Map.of("progress", rows))))
                                        .toList())));
            }
        } catch (RuntimeException e) {
            LOG.debug("The progress of runs could not be sent", e);
        }
    }

    private void send(Connection connection, List<String> last, List<String> parts) {
        boolean isQuiet = parts.equals(last);
        try {
            if (seconds % KEEP_ALIVE_SECONDS == 0 || !isQuiet) {
                if (!isSignedIn(connection)) {
                    endSession(connection);
                    end(connection);
                    return;
                }
                if (isQuiet) {
                    connection.emitter().send(SseEmitter.event().comment(""));
                }
                for (int i = 0; i < PARTS.size() && !isQuiet; i++) {
                    connection
                            .emitter()
                            .send(SseEmitter.event().name(PARTS.get(i)).data(parts.get(i)));
                }
                sent.replace(connection, parts);
            }
        } catch (IOException | IllegalStateException gone) {
            sent.remove(connection);
        }
    }

    private boolean isSignedIn(Connection connection) {
        try {
            HttpSession session = connection.session();
            signIn.requireSignedIn(connection.by());
            return milliseconds.getAsLong() - session.getLastAccessedTime()
                    < TimeUnit.SECONDS.toMillis(session.getMaxInactiveInterval());
        } catch (NotProvenException | IllegalStateException ended) {
            return false;
        }
    }

    /** Ends the session before the connection, because the connection's end would count as access and extend it. */
    private static void endSession(Connection connection) {
        try {
            connection.session().invalidate();
        } catch (IllegalStateException ended) {
            LOG.debug("The session of a page that followed the progress of runs had ended", ended);
        }
    }

    @Override
    public void destroy() {
        sender.shutdownNow();
        sent.keySet().forEach(this::end);
    }

    private void end(Connection connection) {
        sent.remove(connection);
        try {
            connection.emitter().complete();
        } catch (IllegalStateException gone) {
            LOG.debug("A page that followed the progress of runs was closed already", gone);
        }
    }
}
