package jinbo.sms;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one HTTP client that all gateways share; it follows no redirects and waits for nobody longer than the settings let it. */
final class GatewayLine {

    private final Duration connectWithin;
    private final Duration answerWithin;
    private Optional<HttpClient> client = Optional.empty();

    GatewayLine(Duration connectWithin, Duration answerWithin) {
        this.connectWithin = connectWithin;
        this.answerWithin = answerWithin;
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
                client().sendAsync(request.timeout(answerWithin).build(), head -> new IgnoredBody());
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
    private synchronized HttpClient client() {
        HttpClient made = client.orElseGet(() -> HttpClient.newBuilder()
                // with HTTP/2 it asks a server in clear to change the protocol, which small servers refuse
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectWithin)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        client = Optional.of(made);
        return made;
    }
}
