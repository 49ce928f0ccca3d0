package jinbo.operator.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Tells a web server by a signed request, as Standard Webhooks has it; what does not answer with 2xx has not taken it. */
final class WebhookNotifier implements Notifier {

    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int CLIENT_ERRORS = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final URI url;
    private final WebhookSecrets secrets;
    private final TrustedCertificates trusted;
    private final Duration answerWithin;
    private final Clock clock;
    private Optional<HttpClient> client = Optional.empty();

    WebhookNotifier(URI url, WebhookSecrets secrets, TrustedCertificates trusted, Duration answerWithin, Clock clock) {
        this.url = url;
        this.secrets = secrets;
        this.trusted = trusted;
        this.answerWithin = answerWithin;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Notifier.Outcome send(Notification notification) {
        try {
            return ofStatus(status(request(notification)));
        } catch (TimeoutException e) {
            return new Notifier.Outcome.Unreachable("the web server has not answered within " + answerWithin);
        } catch (UnusableFileException e) {
            return new Notifier.Outcome.Unreachable(e.getMessage());
        } catch (IOException e) {
            return new Notifier.Outcome.Unreachable(
                    "the web server cannot be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Notifier.Outcome.Unreachable("the program is told to end");
        }
    }

    private HttpRequest request(Notification notification) throws IOException {
        String body = WebhookBody.of(notification);
        long timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(url)
                .timeout(answerWithin)
                .header("content-type", "application/json")
                .header("user-agent", "jinbo")
                .header("webhook-id", notification.id())
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", secrets.signatures(notification.id(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** The client's own limit ends with the headers of the answer; a body that never ends must not keep us. */
    private int status(HttpRequest request) throws IOException, InterruptedException, TimeoutException {
        CompletableFuture<HttpResponse<Void>> answer =
                client().sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof java.net.http.HttpTimeoutException) {
                throw new TimeoutException();
            }
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** Made once, because each has threads of its own, and not before it is wanted: without its files the program does all else. */
    private synchronized HttpClient client() throws IOException {
        if (client.isEmpty()) {
            // with HTTP/2 it asks a server in clear to change the protocol, which small servers refuse
            client = Optional.of(HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(trusted.context())
                    .connectTimeout(answerWithin)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build());
        }
        return client.get();
    }

    private static Notifier.Outcome ofStatus(int status) {
        if (status >= OK && status < REDIRECTS) {
            return new Notifier.Outcome.Taken();
        }
        String why = "the web server has answered " + status;
        if (status < CLIENT_ERRORS) {
            return new Notifier.Outcome.Unreachable(why + ", and redirects are not followed: name the address itself");
        }
        return status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT
                ? new Notifier.Outcome.Unreachable(why)
                : new Notifier.Outcome.Refused(why);
    }

    /**
     * What a request says.
     *
     * @param type {@code concern.new} or {@code concern.over}
     * @param timestamp since when it is so
     * @param data what is so
     */
    record WebhookBody(String type, String timestamp, Data data) {

        private static final JsonMapper MAPPER = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();

        /**
         * What is so.
         *
         * @param code what kind of thing
         * @param insurer the insurer's code, if it is about one
         * @param level how pressing it is, if that is known
         * @param detail a date, a count or names
         * @param sentence what is the matter and what to do
         */
        record Data(
                String code,
                Optional<String> insurer,
                Optional<String> level,
                Optional<String> detail,
                String sentence) {}

        static String of(Notification notification) {
            return MAPPER.writeValueAsString(new WebhookBody(
                    "concern." + notification.kind().name().toLowerCase(Locale.ROOT),
                    timestamp(notification.at()),
                    new Data(
                            notification.code(),
                            notification.insurer(),
                            notification.level(),
                            notification.detail(),
                            notification.sentence())));
        }

        private static String timestamp(Instant at) {
            return at.toString();
        }
    }
}
