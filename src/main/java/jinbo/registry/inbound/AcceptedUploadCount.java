package jinbo.registry.inbound;

/** @param files without nil reports */
public record AcceptedUploadCount(long files, double averageRows) {}
