package jinbo.batch.collect;

import java.util.function.Supplier;
import jinbo.platform.home.HomeDisks;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what is fetched leaves some room on the home's disks, also where several insurers' files are
 * fetched at a time.
 */
@Component
class DiskSpaceReservations {

    private final HomeDisks disks;
    private final CollectSettings settings;
    private long reserved;

    DiskSpaceReservations(HomeDisks disks, CollectSettings settings) {
        this.disks = disks;
        this.settings = settings;
    }

    /** Keeps room for a file until it is released; false if there is not enough. */
    synchronized boolean reserve(long bytes) {
        long leaveFree = settings.fetch().leaveFree().toBytes();
        boolean enough =
                leaveFree == 0 || disks.all().stream().allMatch(disk -> disk.free() - reserved - bytes >= leaveFree);
        reserved += enough ? bytes : 0;
        return enough;
    }

    /** The file lies on the disk, or will not come. */
    synchronized void release(long bytes) {
        reserved -= bytes;
    }

    /** @throws NotEnoughDiskSpaceException if there is not enough room; then nothing was done */
    <T> T with(String name, long bytes, Supplier<T> work) {
        if (!reserve(bytes)) {
            throw new NotEnoughDiskSpaceException(
                    name + " is not fetched, because " + insufficientSpaceReason() + "; free disk space and run again");
        }
        try {
            return work.get();
        } finally {
            release(bytes);
        }
    }

    /** Why there is not enough room, as half a sentence. */
    String insufficientSpaceReason() {
        return "less than " + settings.fetch().leaveFree().toMegabytes()
                + "MB would be left on a disk of the home (collect-uploads.fetch.leave-free)";
    }
}
