package jinbo.consumer;

/** The result of opening or using the link of a reminder. */
public sealed interface RenewalOutcome {

    /** The choice can be renewed; nothing has changed yet. */
    record Offer(ConsumerRegistration registration, PlannedChange change) implements RenewalOutcome {}

    /** The choice was renewed, and the link has proven the number. */
    record Renewed(ProvenNumber number, String mark, ConsumerRegistration registration) implements RenewalOutcome {}

    /** The form was sent before. It gives no second proof, because it may come from a browser's history. */
    record RenewedBefore() implements RenewalOutcome {}

    /** The link is unknown, used or expired, or the holder has registered since; the reason is not disclosed. */
    record NotValid() implements RenewalOutcome {}

    /** The network has sent too many unknown links. */
    record TooMany() implements RenewalOutcome {}
}
