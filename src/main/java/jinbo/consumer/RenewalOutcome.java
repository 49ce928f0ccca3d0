package jinbo.consumer;

public sealed interface RenewalOutcome {

    /** @param change what the same choice, said today, would make of it */
    record Offer(ConsumerRegistration registration, PlannedChange change) implements RenewalOutcome {}

    /** @param number of which the message is taken for the proof */
    record Renewed(ProvenNumber number, String mark, ConsumerRegistration registration) implements RenewalOutcome {}

    /** The same form has renewed it before. It proves nothing a second time: whoever sends it may have found it in a browser. */
    record RenewedBefore() implements RenewalOutcome {}

    /** The link is unknown, was used, has ended, or the holder has said something else since; which of them is not told. */
    record NotValid() implements RenewalOutcome {}

    /** From here too many links have come that nobody was sent. */
    record TooMany() implements RenewalOutcome {}
}
