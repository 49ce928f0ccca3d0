package jinbo.platform.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jinbo.platform.files.UnusableFileException;
import jinbo.platform.net.TrustedCertificates;
import org.jspecify.annotations.Nullable;

/** Sends signed requests: it follows no redirects, and waits for nobody longer than the settings let it. */
public final class WebhookClient {

    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int CLIENT_ERRORS = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final Duration connectWithin;
    private final Duration answerWithin;
    private final TrustedCertificates trusted;
    private Optional<HttpClient> client = Optional.empty();

    public WebhookClient(Duration connectWithin, Duration answerWithin, TrustedCertificates trusted) {
        this.connectWithin = connectWithin;
        this.answerWithin = answerWithin;
        this.trusted = trusted;
    }

    /**
     * @param headers what its headers begin with: {@code -timestamp}, {@code -signature} and, if messages have one, {@code -id}
     */
    public record Receiver(String name, URI url, String headers, WebhookSecrets secrets) {}

    /**
     * Hands a JSON object over; what fails is answered and never thrown, and a receiver that does not answer with 2xx has not taken it.
     *
     * @param id the same whenever the same message is sent again; empty if no header says it
     */
    public DeliveryOutcome post(Receiver receiver, Optional<String> id, Instant at, byte[] json) {
        String name = receiver.name();
        try {
            return ofStatus(name, status(request(receiver, id, at, json)));
        } catch (TimeoutException e) {
            return new DeliveryOutcome.Unreachable(name + " has not answered within " + answerWithin);
        } catch (UnusableFileException e) {
            return new DeliveryOutcome.Unreachable(e.getMessage());
        } catch (IOException e) {
            return new DeliveryOutcome.Unreachable(
                    name + " cannot be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeliveryOutcome.Unreachable("the program was asked to stop");
        }
    }

    private HttpRequest request(Receiver receiver, Optional<String> id, Instant at, byte[] json)
            throws UnusableFileException {
        String timestamp = Long.toString(at.getEpochSecond());
        String head = id.map(some -> some + "." + timestamp).orElse(timestamp);
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.url())
                .timeout(answerWithin)
                .header("content-type", "application/json")
                .header("user-agent", "jinbo")
                .header(receiver.headers() + "-timestamp", timestamp)
                .header(receiver.headers() + "-signature", receiver.secrets().sign(head, json))
                .POST(HttpRequest.BodyPublishers.ofByteArray(json));
        id.ifPresent(some -> request.header(receiver.headers() + "-id", some));
        return request.build();
    }

    private static DeliveryOutcome ofStatus(String name, int status) {
        if (status >= OK && status < REDIRECTS) {
            return new DeliveryOutcome.Taken();
        }
        String why = name + " has answered " + status;
        if (status < CLIENT_ERRORS) {
            return new DeliveryOutcome.Unreachable(why + ", and redirects are not followed: name the address itself");
        }
        return status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT
                ? new DeliveryOutcome.Unreachable(why)
                : new DeliveryOutcome.Refused(why);
    }

    /** The client's own limit ends with the headers of the answer; a body that never ends must not keep us. */
    private int status(HttpRequest request) throws IOException, InterruptedException, TimeoutException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        CompletableFuture<HttpResponse<Void>> answer =
                client().sendAsync(request, head -> new DiscardingBodySubscriber());
        try {
            return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw new TimeoutException();
            }
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** Made once, because it has threads of its own, and not before it is wanted: without its files the program does all else. */
    private synchronized HttpClient client() throws UnusableFileException {
        HttpClient made = client.isPresent()
                ? client.get()
                : HttpClient.newBuilder()
                        // with HTTP/2 it asks a server in clear to change the protocol, which small servers refuse
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectWithin)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .sslContext(trusted.context())
                        .build();
        client = Optional.of(made);
        return made;
    }

    /** The body of an answer that nobody wants: read so that the line can be used again, but not if there is more than a little of it. */
    static final class DiscardingBodySubscriber implements BodySubscriber<@Nullable Void> {

        private static final long MOST_BYTES = 16 << 10;

        private final CompletableFuture<@Nullable Void> read = new CompletableFuture<>();
        private Flow.@Nullable Subscription source;
        private long bytes;

        @Override
        public CompletionStage<@Nullable Void> getBody() {
            return read;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> part) {
            bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
            if (bytes > MOST_BYTES && source != null) {
                source.cancel();
                read.complete(null);
            }
        }

        @Override
        public void onError(Throwable broken) {
            read.completeExceptionally(broken);
        }

        @Override
        public void onComplete() {
            read.complete(null);
        }
    }
}
