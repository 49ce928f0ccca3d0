package jinbo.consumer.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.json.JsonMapper;

/** A gateway on loopback that verifies requests and returns configured answers. */
final class GatewayServer implements AutoCloseable {

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange request) throws IOException;
    }

    /** A received request. */
    record Request(String timestamp, String signature, byte[] body) {

        String field(String name) {
            return JsonMapper.shared().readTree(body).path(name).asString();
        }

        boolean isSignedWith(String secret) {
            return List.of(signature.split(" ")).contains(ReferenceHmac.signature(secret, timestamp, body));
        }
    }

    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = status(200);

    GatewayServer() throws IOException {
        this(HttpServer.create(LOOPBACK, 0), "http");
    }

    private GatewayServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    static GatewayServer withTls(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(LOOPBACK, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new GatewayServer(server, "https");
    }

    static Answer status(int status) {
        return request -> request.sendResponseHeaders(status, -1);
    }

    /** Never answers. */
    void isSilent() {
        answer = request -> awaitTheEnd();
    }

    void answers(Answer next) {
        answer = next;
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/sms/token-in-the-path";
    }

    List<Request> requests() {
        return requests;
    }

    Request only() {
        if (requests.size() != 1) {
            throw new AssertionError("There are " + requests.size() + " requests, not one");
        }
        return requests.get(0);
    }

    void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange request) throws IOException {
        requests.add(new Request(
                request.getRequestHeaders().getFirst("jinbo-timestamp"),
                request.getRequestHeaders().getFirst("jinbo-signature"),
                request.getRequestBody().readAllBytes()));
        try (request) {
            answer.to(request);
        }
    }
}
