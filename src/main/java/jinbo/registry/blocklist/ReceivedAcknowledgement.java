package jinbo.registry.blocklist;

/**
 * An acknowledgement and where it came from.
 *
 * @param inboundFile the id of the file that brought it
 * @param word what it says
 */
public record ReceivedAcknowledgement(long inboundFile, Acknowledgement acknowledgement) {}
