package jinbo.platform.webhook;

/** The result of sending a message to a webhook. Reasons contain no phone numbers, texts, addresses or secrets. */
public sealed interface DeliveryOutcome {

    record Taken() implements DeliveryOutcome {}

    /** The receiver refuses this message, but may accept others. */
    record Refused(String why) implements DeliveryOutcome {}

    /** The receiver currently accepts no messages. */
    record Unreachable(String why) implements DeliveryOutcome {}
}
