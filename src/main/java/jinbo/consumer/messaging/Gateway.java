package jinbo.consumer.messaging;

import jinbo.platform.webhook.DeliveryOutcome;

interface Gateway {

    String name();

    /**
     * Returns failures and does not throw.
     *
     * @param id of the message; the same at each gateway
     */
    DeliveryOutcome take(String id, ShortMessage message);
}
