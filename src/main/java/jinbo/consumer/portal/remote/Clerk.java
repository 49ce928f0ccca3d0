package jinbo.consumer.portal.remote;

import jinbo.consumer.ConsumerDesk;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out one ask at the desk, and writes down what came of it. */
@Component
class Clerk {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    private final Counters exchange;

    Clerk(ConsumerDesk desk, DeliveryReceipts receipts) {
        this.exchange = new Counters(desk, receipts);
    }

    /** Always an answer, whatever is asked and whatever goes wrong. */
    String answer(String words) {
        try {
            Ask<?> ask = Spelling.readAsk(words);
            return carryOut(ask);
        } catch (UnreadableException e) {
            LOG.warn("An ask of a portal was refused: {}", e.getMessage());
            return Spelling.write(Refusal.of(e));
        }
    }

    private String carryOut(Ask<?> ask) {
        try {
            return Spelling.writeAnswer(ask, ask.doneAt(exchange));
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e);
            if (refusal instanceof Refusal.Failed || refusal instanceof Refusal.Closed) {
                LOG.error(
                        "{} was asked by a portal and has failed",
                        ask.getClass().getSimpleName(),
                        e);
            }
            return Spelling.write(refusal);
        }
    }
}
