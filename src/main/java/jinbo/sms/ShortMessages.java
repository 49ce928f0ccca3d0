package jinbo.sms;

import java.util.UUID;

/** The one port for short messages. */
public final class ShortMessages {

    private final Gateways gateways;
    private final HandOver handOver;

    ShortMessages(Gateways gateways, HandOver handOver) {
        this.gateways = gateways;
        this.handOver = handOver;
    }

    /**
     * Hands a message to the first gateway that takes it. That one has taken it does not say that it has arrived. What fails is
     * answered and never thrown; the answer takes as long as the settings let all gateways together take.
     */
    public Handed send(ShortMessage message) {
        return handOver.hand(UUID.randomUUID().toString(), message, gateways.inOrder());
    }
}
