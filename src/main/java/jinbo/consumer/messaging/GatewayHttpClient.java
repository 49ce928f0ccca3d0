package jinbo.consumer.messaging;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import jinbo.platform.net.PemTrustContext;

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
}
