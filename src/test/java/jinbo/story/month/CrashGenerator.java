package jinbo.story.month;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.story.month.PlanGenerator.Draw;

/**
 * Draws on which days the program breaks off in the middle of a run, and where, to be begun anew half a minute later; and when
 * nobody serves from an afternoon until the next working day.
 */
final class CrashGenerator {

    private static final LocalTime EVERYBODY_GOES = LocalTime.of(16, 45);
    private static final LocalTime SOMEBODY_COMES = LocalTime.of(11, 0);

    private static final List<FaultPoint> OF_UPLOADS = List.of(
            FaultPoint.FETCHED,
            FaultPoint.RECORDED,
            FaultPoint.ACCESS_BEGUN,
            FaultPoint.MERGING,
            FaultPoint.VERDICT_WRITTEN,
            FaultPoint.INGESTED,
            FaultPoint.ANSWER_SEALED,
            FaultPoint.ANSWERED,
            FaultPoint.DELIVERING_ANSWER,
            FaultPoint.ANSWER_DELIVERED,
            FaultPoint.BETWEEN_ANSWER_AND_ARCHIVE,
            FaultPoint.ARCHIVED,
            FaultPoint.SPOOL_CLEARED);

    private static final List<FaultPoint> OF_LISTS = List.of(
            FaultPoint.LIST_BEGUN,
            FaultPoint.SEALING,
            FaultPoint.LIST_LOGGED,
            FaultPoint.LIST_SEALED,
            FaultPoint.SEQUENCE_TAKEN,
            FaultPoint.DELIVERING_LIST,
            FaultPoint.LIST_DELIVERED,
            FaultPoint.BETWEEN_LIST_AND_MANIFEST,
            FaultPoint.MANIFEST_DELIVERED);

    private final Draw draw;

    CrashGenerator(Draw draw) {
        this.draw = draw;
    }

    /** Every third one while lists are published. */
    void draw(int count) {
        List<Integer> days =
                new ArrayList<>(IntStream.rangeClosed(0, draw.last()).boxed().toList());
        int unserved = draw.between(0, draw.last() - 2);
        days.removeAll(List.of(unserved, unserved + 1));
        draw.add(
                draw.day(unserved),
                EVERYBODY_GOES,
                Plan.Event.THE_PROGRAM,
                "is served by nobody",
                SimulationTarget::stopServing);
        draw.add(
                draw.day(unserved + 1),
                SOMEBODY_COMES,
                Plan.Event.THE_PROGRAM,
                "is served again",
                SimulationTarget::resumeServing);
        Collections.shuffle(days, draw.random());
        for (int i = 0; i < count; i++) {
            boolean publishing = i % 3 == 0;
            breakOff(
                    draw.day(days.get(i)),
                    publishing ? MonthParameters.PUBLISH : MonthParameters.COLLECT_IN_THE_MORNING,
                    publishing ? any(OF_LISTS) : any(OF_UPLOADS));
        }
    }

    private void breakOff(LocalDate day, LocalTime run, FaultPoint point) {
        draw.add(
                day,
                run.minusMinutes(1),
                Plan.Event.THE_PROGRAM,
                "will break off at " + point,
                simulationTarget -> simulationTarget.breakOffAt(point));
        draw.add(day, run.plusSeconds(30), Plan.Event.THE_PROGRAM, "begins anew", SimulationTarget::restart);
    }

    private FaultPoint any(List<FaultPoint> points) {
        return points.get(draw.random().nextInt(points.size()));
    }
}
