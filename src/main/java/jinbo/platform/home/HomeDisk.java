package jinbo.platform.home;

/**
 * Room for a folder of the home, on whichever disk it lies.
 *
 * @param folder its name
 * @param disk which disk; folders on the same one have the same
 * @param free bytes that the program may still write
 * @param size bytes of the whole disk
 */
public record HomeDisk(String folder, String disk, long free, long size) {}
