package jinbo.batch.reconciliation;

import jinbo.registry.Interval;

/** Writes entries out, and the same one for many lists only once: most of a list is the sector's, and the same for every insurer. */
final class DerivedEntryCache {

    private DerivedEntry last = DerivedEntry.NONE;

    DerivedEntry of(long mobile, Interval ban) {
        if (!last.is(mobile, ban)) {
            last = DerivedEntry.of(mobile, ban);
        }
        return last;
    }
}
