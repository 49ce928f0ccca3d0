package jinbo.consumer;

/** The result of entering a code. */
public sealed interface CodeCheckOutcome {

    /** The number is proven; the mark is the proof for {@link KnownBrowsers} that this browser has proven it. */
    record Right(ProvenNumber number, String mark) implements CodeCheckOutcome {}

    record Wrong(int triesLeft) implements CodeCheckOutcome {}

    /** The code has expired, was tried too often or was used. */
    record Over() implements CodeCheckOutcome {}
}
