package jinbo.consumer.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jinbo.platform.webhook.DeliveryOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a message to gateways in turn until one accepts it. */
record GatewayFailover(Gateways gateways, PendingAttempts pendingAttempts, Listener record, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayFailover.class);
    private static final String NONE = "No gateway for short messages is set, and this database is not the home's own;"
            + " set jinbo.sms.first.url and jinbo.sms.first.secret-file in <home>/settings/sms.yaml";

    ShortMessages.Outcome hand(String id, ShortMessage message, List<Gateway> candidates) {
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Gateway gateway = candidates.get(i);
            // before sending, because a receipt may be faster than the response
            DeliveryAttempt deliveryAttempt = new DeliveryAttempt(
                    id, gateway.name(), clock.instant(), message, candidates.subList(i + 1, candidates.size()));
            pendingAttempts.add(deliveryAttempt);
            DeliveryOutcome answer = gateway.take(id, message);
            gateways.heard(gateway, answer);
            record.onResult(gateway.name(), answer instanceof DeliveryOutcome.Taken);
            LOG.info("sms gateway={} outcome=\"{}\" id={}", gateway.name(), describe(answer), id);
            if (answer instanceof DeliveryOutcome.Taken || !pendingAttempts.end(deliveryAttempt)) {
                // or a receipt has ended the attempt, and handed the message on
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

    @FunctionalInterface
    interface Listener {

        void onResult(String gateway, boolean isTaken);
    }
}
