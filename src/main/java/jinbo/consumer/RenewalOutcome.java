package jinbo.consumer;

public sealed interface RenewalOutcome {

    record Offer(ConsumerRegistration registration, PlannedChange change) implements RenewalOutcome {}

    record Renewed(ProvenNumber number, String mark, ConsumerRegistration registration) implements RenewalOutcome {}

    /** A second proof is not given, because the form may come from a browser's history. */
    record RenewedBefore() implements RenewalOutcome {}

    /** The link is unknown, used or expired, or the holder has registered since; the reason is not disclosed. */
    record NotValid() implements RenewalOutcome {}

    /** The network has sent too many unknown links. */
    record TooMany() implements RenewalOutcome {}
}
