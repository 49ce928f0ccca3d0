package jinbo.consumer;

public sealed interface RenewalOutcome {

    /** @param change what the same choice would change today */
    record Offer(ConsumerRegistration registration, PlannedChange change) implements RenewalOutcome {}

    /** @param number proven by the reminder */
    record Renewed(ProvenNumber number, String mark, ConsumerRegistration registration) implements RenewalOutcome {}

    /**
     * The same form has renewed before. It gives no second proof, because the form may come from a browser's history.
     */
    record RenewedBefore() implements RenewalOutcome {}

    /**
     * The link is unknown, used or expired, or the holder has registered something since; the reason is not disclosed.
     */
    record NotValid() implements RenewalOutcome {}

    /** The network has sent too many unknown links. */
    record TooMany() implements RenewalOutcome {}
}
