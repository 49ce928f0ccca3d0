package jinbo.registry.inbound;

/** How many uploads of complaints of an insurer were accepted, without nil reports, and their average size. */
public record AcceptedUploadCount(long files, double averageRows) {}
