package jinbo.operator.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;

/** A receiver of webhooks on loopback that verifies requests, with configurable answers. */
public final class WebhookServer implements AutoCloseable {

    /** The shared secret. */
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @FunctionalInterface
    public interface Answer {
        /** May also send no answer. */
        void to(HttpExchange request) throws IOException;
    }

    /** @param signed whether the signature is valid for body, ID and timestamp */
    public record Request(String path, String id, boolean signed, String timestamp, String body) {}

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Answer answer = status(204);

    private WebhookServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public static WebhookServer inClear() throws IOException {
        return new WebhookServer(HttpServer.create(loopback(), 0), "http");
    }

    static WebhookServer withTls(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new WebhookServer(server, "https");
    }

    /** An answer with a status and without body. */
    public static Answer status(int status) {
        return request -> request.sendResponseHeaders(status, -1);
    }

    public void answer(Answer next) {
        answer = next;
    }

    public URI url() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange request) throws IOException {
        String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = request.getRequestHeaders().getFirst("webhook-id");
        String timestamp = request.getRequestHeaders().getFirst("webhook-timestamp");
        String signature = request.getRequestHeaders().getFirst("webhook-signature");
        requests.add(new Request(
                request.getRequestURI().getPath(),
                id,
                ("v1," + mac(id + "." + timestamp + "." + body)).equals(signature),
                timestamp,
                body));
        try (request) {
            answer.to(request);
        }
    }

    private static String mac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
