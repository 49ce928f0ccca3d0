package jinbo.consumer;

/** What became of a code that was typed. */
public sealed interface CodeCheckOutcome {

    /**
     * It is the one that was sent.
     *
     * @param number that is proven by it
     * @param mark by which its browser is known from now on
     */
    record Right(ProvenNumber number, String mark) implements CodeCheckOutcome {}

    /**
     * It is another one.
     *
     * @param triesLeft how many more are looked at
     */
    record Wrong(int triesLeft) implements CodeCheckOutcome {}

    /** Whatever it is: the one that was sent is too old, was tried too often, or has been used. */
    record Over() implements CodeCheckOutcome {}
}
