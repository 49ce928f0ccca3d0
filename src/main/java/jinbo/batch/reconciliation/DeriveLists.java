package jinbo.batch.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.Progress;
import jinbo.batch.reconciliation.DerivedList.DerivedEntry;
import jinbo.batch.reconciliation.DerivedList.InsurerViewAtMoment;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.NumberHistory;
import jinbo.registry.RegistryMoment;

/** Derives many recorded lists again in one pass over all registrations, each as of the list's revision and day. */
final class DeriveLists {

    private static final String WHAT = "registry verify";

    private final List<DerivedList> lists = new ArrayList<>();
    private final List<InsurerViewAtMoment> byRevision;
    private final DerivedEntry.Cache entries = new DerivedEntry.Cache();
    private final List<InsurerViewAtMoment> views = new ArrayList<>();
    private final Progress progress;
    private final long registrations;
    private final Optional<LocalDate> erasedUpTo;
    private int next;

    private record Key(InsurerCode insurer, List<LineParticipation> lines, RegistryMoment moment) {}

    /** @param erasedUpTo the latest day by which the blocks of erased numbers had ended */
    DeriveLists(
            Collection<RecordedList> recorded, Progress progress, long registrations, Optional<LocalDate> erasedUpTo) {
        Map<Key, InsurerViewAtMoment> moments = new LinkedHashMap<>();
        recorded.forEach(list -> add(list, moments));
        this.byRevision = moments.values().stream()
                .sorted(Comparator.comparingLong(InsurerViewAtMoment::revision))
                .toList();
        this.progress = progress;
        this.registrations = registrations;
        this.erasedUpTo = erasedUpTo;
    }

    /** Adds a number to each list that it is on, and returns the number's current blocks. */
    DerivedBlocks take(long mobile, NumberHistory history) {
        next = 0;
        views.clear();
        DerivedBlocks now = history.replay((revision, blocks) -> takeBefore(revision, mobile, blocks));
        takeBefore(Long.MAX_VALUE, mobile, now);
        views.forEach(moment -> moment.lists().forEach(list -> list.take(mobile, entries)));
        return now;
    }

    void registrations(long done) {
        progress.report(WHAT, done, registrations);
    }

    RuleResult result() {
        RuleViolations ruleViolations = new RuleViolations(VerifiedRule.LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS);
        long erased = 0;
        for (DerivedList list : lists) {
            ruleViolations.checked();
            Optional<String> difference = list.difference();
            if (difference.isPresent()
                    && erasedUpTo.filter(list::allowErasedUpTo).isPresent()) {
                erased++;
            } else {
                difference.ifPresent(ruleViolations::wrong);
            }
        }
        if (erased > 0) {
            ruleViolations.notComparable("lists of days before " + erasedUpTo.orElseThrow()
                    + " cannot be rebuilt: numbers erased (" + erased + ")");
        }
        return ruleViolations.result();
    }

    /** Adds a list. The delta after it reuses what the insurer knew at the moment of this list. */
    private void add(RecordedList list, Map<Key, InsurerViewAtMoment> moments) {
        InsurerViewAtMoment now = moment(list, list.moment(), moments);
        Optional<InsurerViewAtMoment> before = list.before().map(earlier -> moment(list, earlier, moments));
        DerivedList derived = new DerivedList(list, now, before);
        now.lists().add(derived);
        before.ifPresent(view -> view.lists().add(derived));
        lists.add(derived);
    }

    private static InsurerViewAtMoment moment(
            RecordedList list, RegistryMoment registryMoment, Map<Key, InsurerViewAtMoment> moments) {
        return moments.computeIfAbsent(
                new Key(list.name().insurer(), list.insurer(), registryMoment),
                any -> new InsurerViewAtMoment(list.insurer(), registryMoment));
    }

    private void takeBefore(long revision, long mobile, DerivedBlocks blocks) {
        if (blocks.byScope().isEmpty()) {
            next = firstThatShows(revision);
        }
        for (; next < byRevision.size() && byRevision.get(next).revision() < revision; next++) {
            if (byRevision.get(next).take(mobile, blocks)) {
                views.add(byRevision.get(next));
            }
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
