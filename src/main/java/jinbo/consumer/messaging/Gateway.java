package jinbo.consumer.messaging;

import jinbo.platform.webhook.DeliveryOutcome;

/** A provider that delivers short messages. */
interface Gateway {

    String name();

    /**
     * Sends a message within the configured time. Failures are returned, not thrown.
     *
     * @param id of the message; the same at each gateway
     */
    DeliveryOutcome take(String id, ShortMessage message);
}
