package jinbo.consumer.messaging;

/** What has become of one short message. */
public sealed interface SendOutcome {

    /**
     * A gateway has taken it.
     *
     * @param gateway its name
     */
    record Over(String gateway) implements SendOutcome {}

    /**
     * No gateway has.
     *
     * @param why in words, for operators; without numbers, texts and addresses
     */
    record Refused(String why) implements SendOutcome {}
}
