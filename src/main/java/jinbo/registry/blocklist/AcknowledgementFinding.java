package jinbo.registry.blocklist;

import jinbo.exchange.format.FindingCode;

/**
 * What is wrong with an acknowledgement that is sound in itself.
 *
 * @param code {@link FindingCode#LIST_DIFFERS}, which is a warning, or why it is refused
 * @param detail for operators
 */
public record AcknowledgementFinding(FindingCode code, String detail) {}
