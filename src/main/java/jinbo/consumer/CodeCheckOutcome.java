package jinbo.consumer;

public sealed interface CodeCheckOutcome {

    /** @param mark by which its browser is known from now on */
    record Right(ProvenNumber number, String mark) implements CodeCheckOutcome {}

    record Wrong(int triesLeft) implements CodeCheckOutcome {}

    /** Whatever it is: the one that was sent is too old, was tried too often, or has been used. */
    record Over() implements CodeCheckOutcome {}
}
