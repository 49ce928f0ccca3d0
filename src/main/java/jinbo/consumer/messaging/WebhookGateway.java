package jinbo.consumer.messaging;

import java.time.Clock;
import java.util.Optional;
import jinbo.platform.webhook.DeliveryOutcome;
import jinbo.platform.webhook.WebhookClient;
import tools.jackson.databind.json.JsonMapper;

final class WebhookGateway implements Gateway {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final WebhookClient.Receiver receiver;
    private final WebhookClient client;
    private final Clock clock;

    WebhookGateway(String name, WebhookClient.Receiver receiver, WebhookClient client, Clock clock) {
        this.name = name;
        this.receiver = receiver;
        this.client = client;
        this.clock = clock;
    }

    private record Body(String id, String to, String text) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryOutcome take(String id, ShortMessage message) {
        byte[] body = JSON.writeValueAsBytes(new Body(id, message.to().digits(), message.text()));
        return client.post(receiver, Optional.empty(), clock.instant(), body);
    }
}
