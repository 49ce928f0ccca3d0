package jinbo.testing;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import jinbo.platform.files.OwnerOnlyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway for short messages on loopback, and all telephones behind it. */
public final class TestGateway implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
    private static final Pattern LINK = Pattern.compile("/renew/[A-Za-z0-9_-]{22}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile boolean refuses;

    /**
     * What a telephone has got.
     *
     * @param id of the message
     * @param to its number
     * @param text what it shows
     */
    public record Message(String id, String to, String text) {}

    private TestGateway(HttpServer server) {
        this.server = server;
    }

    /** Opens one at a free port. */
    public static TestGateway open() throws IOException {
        return open(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100));
    }

    /** Opens one that is reached by TLS. */
    public static TestGateway open(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return open(server);
    }

    private static TestGateway open(HttpServer server) {
        TestGateway gateway = new TestGateway(server);
        JsonMapper json = JsonMapper.builder().build();
        server.createContext("/", exchange -> {
            JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
            if (!gateway.refuses) {
                gateway.messages.add(new Message(
                        body.get("id").asString(),
                        body.get("to").asString(),
                        body.get("text").asString()));
            }
            exchange.sendResponseHeaders(gateway.refuses ? 503 : 204, -1);
            exchange.close();
        });
        server.setExecutor(gateway.threads);
        server.start();
        return gateway;
    }

    /** The settings of a program that sends by it; the secret is put into the home. */
    public Map<String, String> settings(Path home) throws IOException {
        Path secret = home.resolve("sms.secret");
        Files.createDirectories(home);
        new OwnerOnlyFile(secret).write("whsec_" + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        return Map.of(
                "jinbo.sms.first.url",
                url(),
                "jinbo.sms.first.secret-file",
                secret.toAbsolutePath().toString());
    }

    /** Where it takes messages. */
    public String url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** All that was sent. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Whether it takes no messages from now on. */
    public void refuse(boolean refusing) {
        refuses = refusing;
    }

    /** What a telephone has got. */
    public List<Message> messagesTo(String number) {
        return messages.stream().filter(message -> message.to().equals(number)).toList();
    }

    /** The path of the link that a telephone has got last. */
    public String linkFor(String number) {
        List<Message> got = messagesTo(number);
        for (int i = got.size() - 1; i >= 0; i--) {
            Matcher link = LINK.matcher(got.get(i).text());
            if (link.find()) {
                return link.group();
            }
        }
        throw new AssertionError("No link was sent to that number");
    }

    /** The code that a telephone has got last. */
    public String codeFor(String number) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            Message message = messages.get(i);
            Matcher code = CODE.matcher(message.text());
            if (message.to().equals(number) && code.find()) {
                return code.group();
            }
        }
        throw new AssertionError("No code was sent to that number");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
