package jinbo.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jinbo.job.Progress;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;

/**
 * Makes lists anew while all acts go by: each list takes of every number what the acts up to its own revision had made of
 * it. One pass serves any number of lists.
 */
final class DeriveLists {

    private static final String WHAT = "registry verify";

    private final List<DerivedList> byRevision;
    private final Progress progress;
    private final long acts;
    private final Optional<LocalDate> erasedUpTo;
    private int next;
    private DerivedEntry lastEntry = DerivedEntry.NONE;

    /**
     * @param acts how many there are, as far as is known
     * @param erasedUpTo the latest day on which numbers had ended that are erased by now, if any are
     */
    DeriveLists(List<DerivedList> lists, Progress progress, long acts, Optional<LocalDate> erasedUpTo) {
        this.byRevision = lists.stream()
                .sorted(Comparator.comparingLong(DerivedList::revision))
                .toList();
        this.progress = progress;
        this.acts = acts;
        this.erasedUpTo = erasedUpTo;
    }

    /**
     * Takes of a number what each list is to hold.
     *
     * @return the number's blocks as they stand now
     */
    DerivedBlocks take(long mobile, NumberHistory history) {
        next = 0;
        DerivedBlocks now = history.replay((revision, blocks) -> takeBefore(revision, mobile, blocks));
        takeBefore(Long.MAX_VALUE, mobile, now);
        return now;
    }

    /** So many acts have gone by. */
    void acts(long done) {
        progress.at(WHAT, done, acts);
    }

    Check check() {
        Offenders offenders = new Offenders(VerifiedRule.LIST_ENTRIES_FOLLOW_FROM_ACTS);
        long erased = 0;
        for (DerivedList list : byRevision) {
            offenders.checked();
            Optional<String> difference = list.difference();
            if (difference.isPresent()
                    && erasedUpTo.filter(list::mayLackNumbersErasedUpTo).isPresent()) {
                erased++;
            } else {
                difference.ifPresent(offenders::wrong);
            }
        }
        if (erased > 0) {
            offenders.notComparable("lists of days before " + erasedUpTo.orElseThrow()
                    + ", cannot be made anew: numbers erased (" + erased + ")");
        }
        return offenders.check();
    }

    private void takeBefore(long revision, long mobile, DerivedBlocks blocks) {
        if (blocks.byScope().isEmpty()) {
            next = firstThatShows(revision);
        }
        for (; next < byRevision.size() && byRevision.get(next).revision() < revision; next++) {
            take(mobile, blocks, byRevision.get(next));
        }
    }

    private void take(long mobile, DerivedBlocks blocks, DerivedList list) {
        Optional<Interval> ban = blocks.of(list.insurer(), list.sector());
        if (ban.isPresent() && list.shows(ban.get())) {
            // most of a list is the sector's, and the same for every insurer
            if (!lastEntry.is(mobile, ban.get())) {
                lastEntry = DerivedEntry.of(mobile, ban.get());
            }
            list.add(lastEntry);
        }
    }

    private int firstThatShows(long revision) {
        int low = 0;
        int high = byRevision.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byRevision.get(middle).revision() < revision) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
