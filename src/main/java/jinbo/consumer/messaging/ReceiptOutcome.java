package jinbo.consumer.messaging;

/** What has become of one delivery receipt. */
public sealed interface ReceiptOutcome {

    /** It is of its gateway and about a message of ours; a message that has failed was handed to the next gateway. */
    record Accepted() implements ReceiptOutcome {}

    /** Nobody who knows a secret of this gateway has signed it. */
    record Forged() implements ReceiptOutcome {}

    /** It was signed long ago (or is yet to be): somebody may have kept it and sent it again. */
    record Stale() implements ReceiptOutcome {}

    /** There is no such gateway, or no such message under way at it: too old, reported on already, or none of ours. */
    record Unknown() implements ReceiptOutcome {}

    /** It is of its gateway, but not in the form of a receipt. */
    record Malformed() implements ReceiptOutcome {}

    /**
     * Whether it is of its gateway cannot be told now; it may come again later.
     *
     * @param why in words, for operators
     */
    record Unverifiable(String why) implements ReceiptOutcome {}
}
