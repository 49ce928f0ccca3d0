package jinbo.consumer.messaging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that is told by a signed request; one that does not answer with 2xx has not taken the message. */
final class WebhookGateway implements Gateway {

    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int CLIENT_ERRORS = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final URI url;
    private final SharedSecrets secrets;
    private final GatewayHttpClient line;
    private final Clock clock;

    WebhookGateway(String name, URI url, SharedSecrets secrets, GatewayHttpClient line, Clock clock) {
        this.name = name;
        this.url = url;
        this.secrets = secrets;
        this.line = line;
        this.clock = clock;
    }

    /** What a request says. */
    private record Body(String id, String to, String text) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Gateway.Outcome take(String id, ShortMessage message) {
        try {
            byte[] body = JSON.writeValueAsBytes(new Body(id, message.to().digits(), message.text()));
            return ofStatus(line.status(request(body)));
        } catch (TimeoutException e) {
            return new Gateway.Outcome.Unreachable("it has not answered within " + line.answerWithin());
        } catch (UnusableFileException e) {
            return new Gateway.Outcome.Unreachable(e.getMessage());
        } catch (IOException e) {
            return new Gateway.Outcome.Unreachable(
                    "it cannot be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Gateway.Outcome.Refused("the program is told to end");
        }
    }

    private HttpRequest.Builder request(byte[] body) throws UnusableFileException {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(url)
                .header("content-type", "application/json")
                .header("user-agent", "jinbo")
                .header("jinbo-timestamp", timestamp)
                .header("jinbo-signature", secrets.signatures(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static Gateway.Outcome ofStatus(int status) {
        if (status >= OK && status < REDIRECTS) {
            return new Gateway.Outcome.Taken();
        }
        String why = "it has answered " + status;
        if (status < CLIENT_ERRORS) {
            return new Gateway.Outcome.Unreachable(why + ", and redirects are not followed: name the address itself");
        }
        return status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT
                ? new Gateway.Outcome.Unreachable(why)
                : new Gateway.Outcome.Refused(why);
    }
}
