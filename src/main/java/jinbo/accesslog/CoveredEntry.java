package jinbo.accesslog;

/**
 * An entry under a signed head of the log.
 *
 * @param index its place in the tree, from 0
 * @param checkpoint the signed note (C2SP tlog-checkpoint) of a head that covers it; durable in the home
 */
public record CoveredEntry(long index, String checkpoint) {}
