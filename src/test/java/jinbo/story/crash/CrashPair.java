package jinbo.story.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jinbo.platform.faultpoint.CrashPoint;

/** Which two points a story is killed at. */
record CrashPair(CrashPoint first, CrashPoint second) {

    /**
     * Those that a cycle of collecting and publishing comes by; {@link KilledWhileErasingIT}, {@link DiedWhileAnnouncingIT} and
     * {@link DiedWhileTellingOfCasesIT} and {@link KilledUnderVisitorsIT} have the others.
     */
    private static final List<CrashPoint> POINTS = Stream.of(CrashPoint.values())
            .filter(point -> !KilledWhileErasingIT.POINTS.contains(point))
            .filter(point -> !DiedWhileAnnouncingIT.POINTS.contains(point))
            .filter(point -> !DiedWhileTellingOfCasesIT.POINTS.contains(point))
            .filter(point -> !KilledUnderVisitorsIT.POINTS.contains(point))
            .toList();

    /** All there are: each point before each, itself included. */
    static List<CrashPair> all() {
        List<CrashPair> all = new ArrayList<>();
        for (CrashPoint first : POINTS) {
            for (CrashPoint second : POINTS) {
                all.add(new CrashPair(first, second));
            }
        }
        return all;
    }

    /** A sample in which the program is killed once at each point; the seed says with which other, and in which order. */
    static List<CrashPair> sample(long seed) {
        List<CrashPoint> points = new ArrayList<>(POINTS);
        Collections.shuffle(points, new Random(seed));
        List<CrashPair> sample = new ArrayList<>();
        for (int first = 0; first < points.size(); first += 2) {
            // the last of an odd number of points meets the first once more
            sample.add(new CrashPair(points.get(first), points.get((first + 1) % points.size())));
        }
        return sample;
    }
}
