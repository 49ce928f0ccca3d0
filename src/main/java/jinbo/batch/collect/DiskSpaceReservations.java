package jinbo.batch.collect;

import java.util.function.Supplier;
import jinbo.platform.home.HomeDisks;
import org.springframework.stereotype.Component;

/** Reserves disk space for files that are fetched at the same time, so that a minimum stays free. */
@Component
class DiskSpaceReservations {

    private final HomeDisks disks;
    private final CollectSettings settings;
    private long reserved;

    DiskSpaceReservations(HomeDisks disks, CollectSettings settings) {
        this.disks = disks;
        this.settings = settings;
    }

    /** Reserves space for a file until it is released; false if there is not enough. */
    synchronized boolean reserve(long bytes) {
        long leaveFree = settings.fetch().leaveFree().toBytes();
        boolean enough =
                leaveFree == 0 || disks.all().stream().allMatch(disk -> disk.free() - reserved - bytes >= leaveFree);
        reserved += enough ? bytes : 0;
        return enough;
    }

    synchronized void release(long bytes) {
        reserved -= bytes;
    }

    /** @throws NotEnoughDiskSpaceException if there is not enough space; then the work is not done */
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

    /** Returns why there is not enough space, as a part of a sentence. */
    String insufficientSpaceReason() {
        return "less than " + settings.fetch().leaveFree().toMegabytes()
                + "MB would be left on a disk of the home (collect-uploads.fetch.leave-free)";
    }

    static final class NotEnoughDiskSpaceException extends RuntimeException {

        NotEnoughDiskSpaceException(String message) {
            super(message);
        }
    }
}
