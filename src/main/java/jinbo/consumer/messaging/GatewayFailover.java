package jinbo.consumer.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jinbo.platform.webhook.DeliveryOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a message to one gateway after the other until one takes it, and remembers which of them may still report on it. */
record GatewayFailover(Gateways gateways, PendingAttempts pendingAttempts, Listener record, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayFailover.class);
    private static final String NONE = "No gateway for short messages is set, and this database is not the home's own;"
            + " set jinbo.sms.first.url and jinbo.sms.first.secret-file in <home>/settings/sms.yaml";

    ShortMessages.Outcome hand(String id, ShortMessage message, List<Gateway> candidates) {
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Gateway gateway = candidates.get(i);
            // before it is sent: a receipt may be faster than the answer
            DeliveryAttempt deliveryAttempt = new DeliveryAttempt(
                    id, gateway.name(), clock.instant(), message, candidates.subList(i + 1, candidates.size()));
            pendingAttempts.add(deliveryAttempt);
            DeliveryOutcome answer = gateway.take(id, message);
            gateways.heard(gateway, answer);
            record.onResult(gateway.name(), answer instanceof DeliveryOutcome.Taken);
            LOG.info("sms gateway={} outcome=\"{}\" id={}", gateway.name(), describe(answer), id);
            if (answer instanceof DeliveryOutcome.Taken || !pendingAttempts.end(deliveryAttempt)) {
                // or a receipt has ended the attempt meanwhile, and with it this message's way from here
                return new ShortMessages.Outcome.Over(gateway.name());
            }
            refusals.add(gateway.name() + ": " + describe(answer));
        }
        return new ShortMessages.Outcome.Refused(refusals.isEmpty() ? NONE : String.join("; ", refusals));
    }

    private static String describe(DeliveryOutcome answer) {
        if (answer instanceof DeliveryOutcome.Refused refused) {
            return "refused, " + refused.why();
        }
        return answer instanceof DeliveryOutcome.Unreachable unreachable
                ? "out of reach, " + unreachable.why()
                : "taken";
    }

    /** Is told of each message whether its gateway has taken it. */
    @FunctionalInterface
    interface Listener {

        void onResult(String gateway, boolean isTaken);
    }
}
