package jinbo.consumer.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jinbo.consumer.messaging.SmsSettings.MessageSignature;
import jinbo.platform.webhook.DeliveryOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends short messages, by the next gateway if one does not accept a message or reports its failure. */
public record ShortMessages(
        Gateways gateways,
        PendingAttempts pendingAttempts,
        Listener listener,
        MessageSignature signature,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(ShortMessages.class);
    private static final String NONE = "No gateway for short messages is set, and this database is not the home's own;"
            + " set jinbo.sms.first.url and jinbo.sms.first.secret-file in <home>/settings/sms.yaml";

    /** Sends a message by the first gateway that accepts it, which is not delivery. Failures are returned. */
    public Outcome send(ShortMessage message) {
        return signature.fits(message)
                ? deliver(UUID.randomUUID().toString(), signature.applyTo(message), gateways.inOrder())
                : new Outcome.Refused("with its signature the message has " + signature.lengthWith(message)
                        + " characters; it may have " + ShortMessage.LONGEST);
    }

    /** Offers a message to gateways in turn until one accepts it. */
    Outcome deliver(String id, ShortMessage message, List<Gateway> candidates) {
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Gateway gateway = candidates.get(i);
            // added before sending, because a receipt may be faster than the response
            DeliveryAttempt deliveryAttempt = new DeliveryAttempt(
                    id, gateway.name(), clock.instant(), message, candidates.subList(i + 1, candidates.size()));
            pendingAttempts.add(deliveryAttempt);
            DeliveryOutcome answer = gateway.send(id, message);
            gateways.recordOutcome(gateway, answer);
            listener.onResult(gateway.name(), answer instanceof DeliveryOutcome.Taken);
            LOG.info("sms gateway={} outcome=\"{}\" id={}", gateway.name(), describe(answer), id);
            if (answer instanceof DeliveryOutcome.Taken || !pendingAttempts.end(deliveryAttempt)) {
                // the gateway has accepted the message, or a receipt has ended the attempt and handed the message on
                return new Outcome.Over(gateway.name());
            }
            refusals.add(gateway.name() + ": " + describe(answer));
        }
        return new Outcome.Refused(refusals.isEmpty() ? NONE : String.join("; ", refusals));
    }

    private static String describe(DeliveryOutcome answer) {
        if (answer instanceof DeliveryOutcome.Refused refused) {
            return "refused, " + refused.why();
        }
        return answer instanceof DeliveryOutcome.Unreachable unreachable
                ? "out of reach, " + unreachable.why()
                : "accepted";
    }

    public sealed interface Outcome {

        /** The gateway has accepted the message. */
        record Over(String gateway) implements Outcome {}

        /** No gateway has accepted the message. The reason is for operators, without numbers, texts and addresses. */
        record Refused(String why) implements Outcome {}
    }

    @FunctionalInterface
    interface Listener {

        void onResult(String gateway, boolean isTaken);
    }
}
