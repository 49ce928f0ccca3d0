package jinbo.consumer.messaging;

/** Is told of each message whether its gateway has taken it. */
@FunctionalInterface
interface GatewayListener {

    /** @param gateway its name */
    void onResult(String gateway, boolean isTaken);
}
