package jinbo.platform.webhook;

/** What the other end makes of one message that is handed to it. */
public sealed interface DeliveryOutcome {

    record Taken() implements DeliveryOutcome {}

    /**
     * It does not want this one; others may go.
     *
     * @param why in words, without numbers, texts, addresses and secrets
     */
    record Refused(String why) implements DeliveryOutcome {}

    /**
     * There is no way to it now, for this one and for others.
     *
     * @param why in words, without numbers, texts, addresses and secrets
     */
    record Unreachable(String why) implements DeliveryOutcome {}
}
