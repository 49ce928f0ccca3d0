package jinbo.consumer.messaging;

import java.util.UUID;

public final class ShortMessages {

    private final Gateways gateways;
    private final GatewayFailover gatewayFailover;
    private final MessageSignature signature;

    ShortMessages(Gateways gateways, GatewayFailover gatewayFailover, MessageSignature signature) {
        this.gateways = gateways;
        this.signature = signature;
        this.gatewayFailover = gatewayFailover;
    }

    /**
     * Sends a message by the first gateway that accepts it; acceptance is not delivery. Returns failures and does not
     * throw.
     */
    public Outcome send(ShortMessage message) {
        return signature.fits(message)
                ? gatewayFailover.hand(UUID.randomUUID().toString(), signature.applyTo(message), gateways.inOrder())
                : new Outcome.Refused("with its signature the message has " + signature.lengthWith(message)
                        + " characters; it may have " + ShortMessage.LONGEST);
    }

    public sealed interface Outcome {

        record Over(String gateway) implements Outcome {}

        /** @param why for operators, without numbers, texts and addresses */
        record Refused(String why) implements Outcome {}
    }
}
