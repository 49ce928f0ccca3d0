package jinbo.consumer.messaging;

import java.time.Clock;
import java.util.Optional;
import jinbo.platform.webhook.DeliveryOutcome;
import jinbo.platform.webhook.WebhookClient;
import tools.jackson.databind.json.JsonMapper;

record WebhookGateway(String name, WebhookClient.Receiver receiver, WebhookClient client, Clock clock)
        implements Gateway {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Body(String id, String to, String text) {}

    @Override
    public DeliveryOutcome take(String id, ShortMessage message) {
        byte[] body = JSON.writeValueAsBytes(new Body(id, message.to().digits(), message.text()));
        return client.post(receiver, Optional.empty(), clock.instant(), body);
    }
}
