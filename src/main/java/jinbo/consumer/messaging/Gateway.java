package jinbo.consumer.messaging;

/** Somebody who brings short messages to telephones. */
interface Gateway {

    /** What it is called in records and receipts. */
    String name();

    /**
     * Hands a message over, within the time of the settings; what fails is answered and never thrown.
     *
     * @param id of the message, the same at each gateway that it is handed to
     */
    Outcome take(String id, ShortMessage message);

    /** What a gateway makes of one message. */
    sealed interface Outcome {

        /** It has it. */
        record Taken() implements Outcome {}

        /**
         * It does not want this one; others may go.
         *
         * @param why in words, without numbers, texts, addresses and secrets
         */
        record Refused(String why) implements Outcome {}

        /**
         * There is no way to it now, for this one and for others.
         *
         * @param why in words, without numbers, texts, addresses and secrets
         */
        record Unreachable(String why) implements Outcome {}
    }
}
