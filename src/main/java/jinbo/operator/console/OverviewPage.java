package jinbo.operator.console;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.batch.JobNames;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.AlertMessages;
import jinbo.operator.alert.FindAllAlerts;
import jinbo.operator.alert.FindAppliedLists;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.blocklist.Acknowledgement;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what needs a person, and a row for each insurer. */
@ConsolePage
record OverviewPage(
        Insurers insurers,
        InboundFiles inbound,
        BlockLists lists,
        FindAppliedLists applied,
        FindAllAlerts findAllAlerts,
        UpcomingRuns upcoming,
        Clock clock) {

    /**
     * @param list the newest list: number and rows
     * @param acknowledged which list it has acknowledged last
     * @param differs whether it has acknowledged another digest than it was sent
     */
    public record Row(
            String code,
            String name,
            FileRow upload,
            long needs,
            String list,
            String useBy,
            String acknowledged,
            boolean differs,
            String due) {}

    @GetMapping("/")
    String show(Locale locale, Model model) {
        List<Alert> found = findAllAlerts.findAvailable();
        List<UpcomingRuns.UpcomingRun> runs = upcoming.all();
        model.addAttribute("now", PageFormat.time(clock.instant()));
        model.addAttribute("alerts", AlertRow.of(found, locale));
        model.addAttribute(
                "insurers",
                insurers.all().stream()
                        .map(insurer -> row(insurer, found, runs))
                        .toList());
        return "overview";
    }

    private Row row(Insurer insurer, List<Alert> found, List<UpcomingRuns.UpcomingRun> runs) {
        InsurerCode code = insurer.code();
        Optional<SealedList> list = lists.last(code);
        Optional<Acknowledgement> newest = applied.of(code).newest();
        return new Row(
                code.value(),
                insurer.name(),
                inbound.newest(code, 1).stream().findFirst().map(FileRow::of).orElse(FileRow.NONE),
                found.stream()
                        .filter(alert -> alert.insurer().equals(Optional.of(code)))
                        .count(),
                list.map(last -> last.manifest().sequence() + " · "
                                + PageFormat.count(last.manifest().rows()))
                        .orElse(PageFormat.NOTHING),
                PageFormat.orNothing(list.map(last -> last.manifest().useBy())),
                PageFormat.orNothing(newest.map(Acknowledgement::sequence)),
                newest.filter(ack -> !ack.agrees()).isPresent(),
                PageFormat.time(nextOf(code, runs)));
    }

    private static Optional<Instant> nextOf(InsurerCode code, List<UpcomingRuns.UpcomingRun> runs) {
        return runs.stream()
                .filter(run -> run.key().job().equals(JobNames.COLLECT_UPLOADS)
                        && run.node().isEmpty())
                .filter(run -> run.key().insurer().equals(Optional.of(code)))
                .map(UpcomingRuns.UpcomingRun::at)
                .min(Comparator.naturalOrder());
    }

    /** @param path where the next step can be taken here; nothing if it is taken at a terminal */
    public record AlertRow(String code, String insurer, String sentence, String path) {

        static List<AlertRow> of(List<Alert> alerts, Locale locale) {
            AlertMessages sentences =
                    AlertMessages.in("zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ROOT);
            return alerts.stream()
                    .map(alert -> new AlertRow(
                            alert.code().name(),
                            alert.insurer().map(InsurerCode::value).orElse(""),
                            sentences.of(alert),
                            pathOf(alert)))
                    .toList();
        }

        private static String pathOf(Alert alert) {
            return switch (alert.code()) {
                case FILES_HELD -> "/held";
                case REQUESTS_WAIT -> "/requests";
                case CASES_WITHOUT_INSURER, CASES_NOT_SENT, CASES_UNANSWERED, CASES_UNDECIDED -> "/cases";
                case SANCTIONS_WAIT -> "/sanctions";
                case RUNS_FAIL, RUN_TAKES_LONG, FILES_UNFINISHED, LISTS_UNDELIVERED, LOOK_FAILED -> "/runs";
                case NO_OWN_KEY,
                        OWN_KEY_ENDS,
                        OWN_KEY_SIGNS_SOON,
                        OWN_KEY_LEFT_OVER,
                        OWN_KEY_LOST,
                        OWN_KEY_NOT_ANNOUNCED -> "/keys";
                case ACCESS_LOG_ALARM -> "/log";
                default ->
                    alert.insurer()
                            .map(insurer -> "/insurers/" + insurer.value())
                            .orElse("");
            };
        }
    }
}
