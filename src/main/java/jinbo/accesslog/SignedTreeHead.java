package jinbo.accesslog;

/**
 * A head of the log that was signed.
 *
 * @param log its name
 * @param size how many entries it covers
 * @param root of their tree, base64
 * @param note the signed note (C2SP tlog-checkpoint) that says so
 */
public record SignedTreeHead(String log, long size, String root, String note) {}
