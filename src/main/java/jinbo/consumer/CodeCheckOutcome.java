package jinbo.consumer;

public sealed interface CodeCheckOutcome {

    /** @param mark identifies the browser */
    record Right(ProvenNumber number, String mark) implements CodeCheckOutcome {}

    record Wrong(int triesLeft) implements CodeCheckOutcome {}

    /** The code has expired, was tried too often or was used. */
    record Over() implements CodeCheckOutcome {}
}
