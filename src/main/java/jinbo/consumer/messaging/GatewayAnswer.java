package jinbo.consumer.messaging;

/** What a gateway makes of one message. */
sealed interface GatewayAnswer {

    /** It has it. */
    record Taken() implements GatewayAnswer {}

    /**
     * It does not want this one; others may go.
     *
     * @param why in words, without numbers, texts, addresses and secrets
     */
    record Refused(String why) implements GatewayAnswer {}

    /**
     * There is no way to it now, for this one and for others.
     *
     * @param why in words, without numbers, texts, addresses and secrets
     */
    record Unreachable(String why) implements GatewayAnswer {}
}
