package jinbo.consumer.messaging;

/** Is told of each message whether its gateway has taken it. */
@FunctionalInterface
interface GatewayListener {

    /** @param gateway its name */
    void heard(String gateway, boolean isTaken);
}
