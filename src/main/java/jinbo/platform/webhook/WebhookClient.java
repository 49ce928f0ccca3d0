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

/** Sends signed messages to webhooks, with timeouts and without following redirects. */
public final class WebhookClient {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Duration connectWithin;
    private final Duration answerWithin;
    private final TrustedCertificates trusted;
    private Optional<HttpClient> client = Optional.empty();

    public WebhookClient(Duration connectWithin, Duration answerWithin, TrustedCertificates trusted) {
        this.connectWithin = connectWithin;
        this.answerWithin = answerWithin;
        this.trusted = trusted;
    }

    public record Receiver(String name, URI url, String headers, WebhookSecrets secrets) {}

    /** Sends a message; failures are returned, not thrown. A repeated message must have the same id. */
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
        if (status >= 200 && status < 300) {
            return new DeliveryOutcome.Taken();
        }
        String why = name + " has answered " + status;
        if (status < 400) {
            return new DeliveryOutcome.Unreachable(why + ", and redirects are not followed: name the address itself");
        }
        return status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT
                ? new DeliveryOutcome.Unreachable(why)
                : new DeliveryOutcome.Refused(why);
    }

    /** Has a timeout of its own, because that of the client ends with the headers and the body may be endless. */
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

    /** Created once, because it has threads, and on first use, because its files may be missing. */
    private synchronized HttpClient client() throws UnusableFileException {
        HttpClient made = client.isPresent()
                ? client.get()
                : HttpClient.newBuilder()
                        // HTTP/2 without TLS starts with an upgrade request, which small servers refuse
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectWithin)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .sslContext(trusted.context())
                        .build();
        client = Optional.of(made);
        return made;
    }

    /** Discards the body so that the connection can be reused, and cancels a large one. */
    static final class DiscardingBodySubscriber implements BodySubscriber<@Nullable Void> {

        private static final long MAX_BYTES = 16 << 10;

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
            if (bytes > MAX_BYTES && source != null) {
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
