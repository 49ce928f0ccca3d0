package jinbo.consumer.messaging;

import java.util.UUID;

/** The one port for short messages. */
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
     * Hands a message, with the carrier's signature in front, to the first gateway that takes it. That one has taken it does not say that it has arrived. What fails is
     * answered and never thrown; the answer takes as long as the settings let all gateways together take.
     */
    public Outcome send(ShortMessage message) {
        return signature.fits(message)
                ? gatewayFailover.hand(UUID.randomUUID().toString(), signature.applyTo(message), gateways.inOrder())
                : new Outcome.Refused("with its signature the message has " + signature.lengthWith(message)
                        + " characters; it may have " + ShortMessage.LONGEST);
    }

    public sealed interface Outcome {

        record Over(String gateway) implements Outcome {}

        /** @param why in words, for operators; without numbers, texts and addresses */
        record Refused(String why) implements Outcome {}
    }
}
