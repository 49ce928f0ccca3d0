package jinbo.consumer.messaging;

import jinbo.platform.webhook.DeliveryOutcome;

/** Somebody who brings short messages to telephones. */
interface Gateway {

    String name();

    /**
     * Hands a message over, within the time of the settings; what fails is answered and never thrown.
     *
     * @param id of the message, the same at each gateway that it is handed to
     */
    DeliveryOutcome take(String id, ShortMessage message);
}
