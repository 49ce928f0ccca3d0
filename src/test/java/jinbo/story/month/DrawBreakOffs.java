package jinbo.story.month;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import jinbo.platform.faultpoint.CrashPoint;
import jinbo.story.month.DrawPlan.Draw;

/**
 * Draws on which days the program breaks off in the middle of a run, and where, to be begun anew half a minute later; and when
 * nobody serves from an afternoon until the next working day.
 */
final class DrawBreakOffs {

    private static final LocalTime EVERYBODY_GOES = LocalTime.of(16, 45);
    private static final LocalTime SOMEBODY_COMES = LocalTime.of(11, 0);

    private static final List<CrashPoint> OF_UPLOADS = List.of(
            CrashPoint.FETCHED,
            CrashPoint.RECORDED,
            CrashPoint.ACCESS_ANNOUNCED,
            CrashPoint.MERGING,
            CrashPoint.VERDICT_WRITTEN,
            CrashPoint.TAKEN_IN,
            CrashPoint.ANSWER_SEALED,
            CrashPoint.ANSWERED,
            CrashPoint.DELIVERING_ANSWER,
            CrashPoint.ANSWER_DELIVERED,
            CrashPoint.BETWEEN_ANSWER_AND_ARCHIVE,
            CrashPoint.ARCHIVED,
            CrashPoint.SPOOL_CLEARED);

    private static final List<CrashPoint> OF_LISTS = List.of(
            CrashPoint.LIST_ANNOUNCED,
            CrashPoint.SEALING,
            CrashPoint.LIST_VOUCHED,
            CrashPoint.LIST_SEALED,
            CrashPoint.SEQUENCE_TAKEN,
            CrashPoint.DELIVERING_LIST,
            CrashPoint.LIST_DELIVERED,
            CrashPoint.BETWEEN_LIST_AND_MANIFEST,
            CrashPoint.MANIFEST_DELIVERED);

    private final Draw draw;

    DrawBreakOffs(Draw draw) {
        this.draw = draw;
    }

    /** Every third one while lists are published. */
    void draw(int count) {
        List<Integer> days =
                new ArrayList<>(IntStream.rangeClosed(0, draw.last()).boxed().toList());
        int unserved = draw.between(0, draw.last() - 2);
        days.removeAll(List.of(unserved, unserved + 1));
        draw.add(draw.day(unserved), EVERYBODY_GOES, Event.THE_PROGRAM, "is served by nobody", World::nobodyServes);
        draw.add(draw.day(unserved + 1), SOMEBODY_COMES, Event.THE_PROGRAM, "is served again", World::isServedAgain);
        Collections.shuffle(days, draw.random());
        for (int i = 0; i < count; i++) {
            boolean publishing = i % 3 == 0;
            breakOff(
                    draw.day(days.get(i)),
                    publishing ? Season.PUBLISH : Season.COLLECT_IN_THE_MORNING,
                    publishing ? any(OF_LISTS) : any(OF_UPLOADS));
        }
    }

    private void breakOff(LocalDate day, LocalTime run, CrashPoint point) {
        draw.add(
                day,
                run.minusMinutes(1),
                Event.THE_PROGRAM,
                "will break off at " + point,
                world -> world.breakOffAt(point));
        draw.add(day, run.plusSeconds(30), Event.THE_PROGRAM, "begins anew", World::restart);
    }

    private CrashPoint any(List<CrashPoint> points) {
        return points.get(draw.random().nextInt(points.size()));
    }
}
