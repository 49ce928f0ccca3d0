package jinbo.exchange.format;

/**
 * One row of an outcome as its reader gets it.
 *
 * @param finding what and where
 * @param message the sentence, in the language that the association chose
 */
public record OutcomeLine(Finding finding, String message) {}
