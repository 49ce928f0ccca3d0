package jinbo.operator.console;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.JobNames;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.operator.alert.FindAppliedLists;
import jinbo.operator.console.PageFormat.RelativeTime;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.blocklist.Acknowledgements.Acknowledgement;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;

/** The newest lists of an insurer, and when the next ones are due. */
record ListsOfInsurer(BlockLists lists, FindAppliedLists applied, UpcomingRuns upcoming, Clock clock) {

    private static final int NEWEST = 10;

    /**
     * A list.
     *
     * @param delivered when it lay on the drop with its manifest; a dash while it does not
     * @param applied APPLIED, DIFFERS or WAITS, by the acknowledgements
     */
    public record Row(int sequence, String kind, String rows, String delivered, String useBy, String applied) {}

    /** RelativeTime a job runs next for an insurer: the job, and a time. */
    public record Next(String job, RelativeTime at) {}

    List<Row> of(InsurerCode insurer) {
        Optional<Acknowledgement> newest = applied.of(insurer).newest();
        return lists.newest(insurer, NEWEST).stream()
                .map(list -> row(list, newest))
                .toList();
    }

    private static Row row(SealedList list, Optional<Acknowledgement> newest) {
        int sequence = list.manifest().sequence();
        Optional<Acknowledgement> reached = newest.filter(known -> known.sequence() >= sequence);
        boolean differs = reached.filter(known -> known.sequence() == sequence && !known.agrees())
                .isPresent();
        return new Row(
                sequence,
                list.manifest().kind().name(),
                PageFormat.count(list.manifest().rows()),
                PageFormat.time(list.manifestDeliveredAt()),
                list.manifest().useBy().toString(),
                reached.isEmpty() ? "WAITS" : differs ? "DIFFERS" : "APPLIED");
    }

    List<Next> nextRuns(InsurerCode insurer) {
        Map<String, Optional<Instant>> first = upcoming.all().stream()
                .filter(run -> run.node().isEmpty())
                .filter(run -> run.key().insurer().filter(insurer::equals).isPresent()
                        || run.key().insurer().isEmpty())
                .collect(Collectors.groupingBy(
                        run -> run.key().job(),
                        Collectors.mapping(UpcomingRuns.UpcomingRun::at, Collectors.minBy(Comparator.naturalOrder()))));
        return Stream.of(JobNames.COLLECT_UPLOADS, JobNames.PUBLISH_BLOCK_LISTS)
                .filter(first::containsKey)
                .map(job -> new Next(job, RelativeTime.of(first.get(job).orElseThrow(), clock.instant())))
                .toList();
    }
}
