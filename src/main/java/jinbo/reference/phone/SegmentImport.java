package jinbo.reference.phone;

/**
 * What an import of a segment table has changed.
 *
 * @param version the new version, from now on the current one
 * @param segments how many segments it has
 * @param homeSegments how many of them belong to the home province
 * @param homeSegmentsBefore how many belonged to it in the version before
 */
public record SegmentImport(String version, int segments, int homeSegments, int homeSegmentsBefore) {}
