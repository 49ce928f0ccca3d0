package jinbo.story.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jinbo.crashpoint.CrashPoint;

/** Which two points a story is killed at. */
record CrashPair(CrashPoint first, CrashPoint second) {

    /** All there are: each point before each, itself included. */
    static List<CrashPair> all() {
        List<CrashPair> all = new ArrayList<>();
        for (CrashPoint first : CrashPoint.values()) {
            for (CrashPoint second : CrashPoint.values()) {
                all.add(new CrashPair(first, second));
            }
        }
        return all;
    }

    /** A sample in which each point is a first one once and a second one once. */
    static List<CrashPair> sample(long seed) {
        List<CrashPoint> seconds = new ArrayList<>(Arrays.asList(CrashPoint.values()));
        Collections.shuffle(seconds, new Random(seed));
        List<CrashPair> sample = new ArrayList<>();
        for (CrashPoint first : CrashPoint.values()) {
            sample.add(new CrashPair(first, seconds.get(first.ordinal())));
        }
        return sample;
    }
}
