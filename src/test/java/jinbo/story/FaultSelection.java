package jinbo.story;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jinbo.testing.NetworkFault.Kind;
import jinbo.testing.NightlyRun;

/**
 * Which faults a run of the tests tries: one of each class of places, drawn by a seed ({@code -Djinbo.faults.seed=N}),
 * or in the nightly run every place in every way.
 */
final class FaultSelection {

    static final boolean ALL = NightlyRun.isOn();
    static final long SEED = Long.getLong("jinbo.faults.seed", 20120921L);

    private FaultSelection() {}

    /** A place, and what happens there. */
    record At<P>(P place, Kind kind) {
        @Override
        public String toString() {
            return place + ": " + kind;
        }
    }

    /**
     * Of each class of places one with one kind, or all with all. {@code VanishedMachineIT} tries {@link Kind#BLACKHOLE},
     * after which PostgreSQL keeps locks for 15 seconds.
     */
    static <P> Stream<At<P>> at(List<List<P>> classes) {
        List<At<P>> drawn = new ArrayList<>();
        Random random = new Random(SEED);
        Kind[] kinds = EnumSet.complementOf(EnumSet.of(Kind.BLACKHOLE)).toArray(Kind[]::new);
        int kind = random.nextInt(kinds.length);
        for (List<P> places : classes) {
            for (P place : ALL ? places : List.of(places.get(random.nextInt(places.size())))) {
                for (int k = 0; k < (ALL ? kinds.length : 1); k++) {
                    drawn.add(new At<>(place, kinds[kind]));
                    // one after the other, so that each kind comes in each draw
                    kind = (kind + 1) % kinds.length;
                }
            }
        }
        return NightlyRun.share(drawn).stream();
    }
}
