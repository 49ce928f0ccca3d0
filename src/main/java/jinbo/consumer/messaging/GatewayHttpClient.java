package jinbo.consumer.messaging;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import jinbo.platform.net.PemTrustContext;
import org.jspecify.annotations.Nullable;

/** The one HTTP client that all gateways share; it follows no redirects and waits for nobody longer than the settings let it. */
final class GatewayHttpClient {

    private static final String SETTING = SmsSettings.PREFIX + ".trusted-certificates";

    private final Duration connectWithin;
    private final Duration answerWithin;
    private final Optional<Path> trusted;
    private Optional<HttpClient> client = Optional.empty();

    /** @param trusted the file with the certificates that vouch for gateways, PEM; empty: those that Java brings */
    GatewayHttpClient(Duration connectWithin, Duration answerWithin, Optional<Path> trusted) {
        this.connectWithin = connectWithin;
        this.answerWithin = answerWithin;
        this.trusted = trusted;
    }

    Duration answerWithin() {
        return answerWithin;
    }

    /**
     * What the other end answers. The client's own limit ends with the headers of the answer; a body that never ends must not keep us.
     *
     * @throws TimeoutException if it does not in time
     */
    int status(HttpRequest.Builder request) throws IOException, InterruptedException, TimeoutException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        CompletableFuture<HttpResponse<Void>> answer =
                client().sendAsync(request.timeout(answerWithin).build(), head -> new DiscardingBodySubscriber());
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

    /** Made once, because it has threads of its own, and not before it is wanted. */
    private synchronized HttpClient client() throws UnusableFileException {
        HttpClient made = client.isPresent()
                ? client.get()
                : HttpClient.newBuilder()
                        // with HTTP/2 it asks a server in clear to change the protocol, which small servers refuse
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectWithin)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .sslContext(context())
                        .build();
        client = Optional.of(made);
        return made;
    }

    private SSLContext context() throws UnusableFileException {
        try {
            return trusted.isPresent() ? PemTrustContext.of(trusted.get()) : SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new UnusableFileException(SETTING, "it holds no certificates in PEM");
        } catch (IOException e) {
            throw new UnusableFileException(SETTING, e);
        }
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
