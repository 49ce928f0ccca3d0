package jinbo.story.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * A story of two kills.
 *
 * @param number which one of how many it is, and the seed that chose it
 * @param pair where the program is killed
 * @param begin the time of the first process
 * @param later the time of those after it
 */
record CrashScenario(String number, FaultPointPair pair, String begin, String later) {

    /** The evening of a Friday and the eve of a year, and for each the same time, the next minute, the next working day. */
    private static final List<List<String>> TIMES = List.of(
            List.of("2012-09-21T23:59:50+08:00", "2012-09-22T00:00:10+08:00", "2012-09-24T00:00:10+08:00"),
            List.of("2012-12-31T23:59:50+08:00", "2013-01-01T00:00:10+08:00", "2013-01-07T00:00:10+08:00"));

    /** All pairs, in turn on both evenings. */
    static List<CrashScenario> all() {
        List<FaultPointPair> pairs = FaultPointPair.all();
        List<CrashScenario> crashScenarios = new ArrayList<>();
        for (FaultPointPair pair : pairs) {
            List<String> times = TIMES.get(crashScenarios.size() % TIMES.size());
            crashScenarios.add(story(
                    crashScenarios.size() + 1 + " of " + pairs.size(),
                    pair,
                    times,
                    crashScenarios.size() / TIMES.size()));
        }
        return crashScenarios;
    }

    /** A sample of pairs, on one of the evenings: making an exchange to begin with costs as much as killing it. */
    static List<CrashScenario> sample(long seed) {
        List<String> times = TIMES.get((int) Math.floorMod(seed, (long) TIMES.size()));
        List<CrashScenario> crashScenarios = new ArrayList<>();
        for (FaultPointPair pair : FaultPointPair.sample(seed)) {
            crashScenarios.add(
                    story(crashScenarios.size() + 1 + " of seed " + seed, pair, times, crashScenarios.size()));
        }
        return crashScenarios;
    }

    private static CrashScenario story(String number, FaultPointPair pair, List<String> times, int turn) {
        return new CrashScenario(number, pair, times.get(0), times.get(turn % times.size()));
    }

    @Override
    public String toString() {
        return number + ": killed at " + pair.first() + " on " + begin + ", at " + pair.second() + " on " + later;
    }
}
