package jinbo.consumer.messaging;

import jinbo.platform.webhook.DeliveryOutcome;

/** A provider that sends short messages. */
interface Gateway {

    String name();

    /** Sends a message; failures are returned, not thrown. The id of a message is the same at each gateway. */
    DeliveryOutcome send(String id, ShortMessage message);
}
