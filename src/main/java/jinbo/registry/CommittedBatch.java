package jinbo.registry;

/**
 * A batch of acts that took its place in the registry.
 *
 * @param revision its gapless number
 * @param acts how many acts it holds
 */
public record CommittedBatch(long revision, long acts) {}
