package jinbo.registry.inbound;

/**
 * An insurer's history of complaint uploads that were ingested.
 *
 * @param files how many, nil reports left out
 */
public record AcceptedUploadCount(long files, double averageRows) {}
