package jinbo.story.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong in a story that was killed twice, by the three ways that rule 11 forbids, and what else
 * did.
 *
 * @param restarts how often the program was started again
 * @param lost what should be there and is not
 * @param doubled what is there twice, or was made again with other bytes
 * @param halfVisible what was seen under a final name and was not whole
 * @param unsound what is there and is wrong in itself
 */
record CrashDamage(
        int restarts, List<String> lost, List<String> doubled, List<String> halfVisible, List<String> unsound) {

    /** Nothing yet. */
    static CrashDamage none() {
        return new CrashDamage(0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The same, to go on from, when the program has been started so many times more. */
    CrashDamage afterRestarts(int more) {
        return new CrashDamage(
                restarts + more,
                new ArrayList<>(lost),
                new ArrayList<>(doubled),
                new ArrayList<>(halfVisible),
                new ArrayList<>(unsound));
    }

    /** What may only grow has grown. */
    void grown(PublishedState before, PublishedState after) {
        lost.addAll(after.findLostSince(before));
        doubled.addAll(after.findRecreatedSince(before));
    }

    /** In words; empty if nothing went wrong. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        lost.forEach(what -> all.add("lost: " + what));
        doubled.forEach(what -> all.add("doubled: " + what));
        halfVisible.forEach(what -> all.add("half-visible: " + what));
        unsound.forEach(what -> all.add("unsound: " + what));
        return all;
    }
}
