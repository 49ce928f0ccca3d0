package jinbo.story.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jinbo.platform.faultpoint.FaultPoint;

/** Which two points a story is killed at. */
record FaultPointPair(FaultPoint first, FaultPoint second) {

    /**
     * Those that a cycle of collecting and publishing comes by; {@link KilledWhileErasingIT}, {@link CrashDuringAnnouncementIT} and
     * {@link CrashDuringCaseNotificationIT} and {@link KilledDuringRegistrationsIT} have the others.
     */
    private static final List<FaultPoint> POINTS = Stream.of(FaultPoint.values())
            .filter(point -> !KilledWhileErasingIT.POINTS.contains(point))
            .filter(point -> !CrashDuringAnnouncementIT.POINTS.contains(point))
            .filter(point -> !CrashDuringCaseNotificationIT.POINTS.contains(point))
            .filter(point -> !KilledDuringRegistrationsIT.POINTS.contains(point))
            .toList();

    /** All there are: each point before each, itself included. */
    static List<FaultPointPair> all() {
        List<FaultPointPair> all = new ArrayList<>();
        for (FaultPoint first : POINTS) {
            for (FaultPoint second : POINTS) {
                all.add(new FaultPointPair(first, second));
            }
        }
        return all;
    }

    /** A sample in which the program is killed once at each point; the seed says with which other, and in which order. */
    static List<FaultPointPair> sample(long seed) {
        List<FaultPoint> points = new ArrayList<>(POINTS);
        Collections.shuffle(points, new Random(seed));
        List<FaultPointPair> sample = new ArrayList<>();
        for (int first = 0; first < points.size(); first += 2) {
            // the last of an odd number of points meets the first once more
            sample.add(new FaultPointPair(points.get(first), points.get((first + 1) % points.size())));
        }
        return sample;
    }
}
