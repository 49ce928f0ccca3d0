package jinbo.operator.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.batch.schedule.UpcomingRuns.UpcomingRun;
import jinbo.operator.alert.FindAllAlerts;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.Todo.Urgency;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.InboundCounts;
import jinbo.registry.inbound.InboundCounts.DailyCount;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: open tasks by urgency and insurer, the files of the week, and the next runs. */
@ConsolePage
record HomePage(Insurers insurers, InboundCounts counts, FindAllAlerts alerts, UpcomingRuns upcoming, Clock clock) {

    private static final int NEXT = 3;

    public record Planned(String job, String insurer, Cell at) {}

    @GetMapping("/")
    String show(Model model) {
        List<Insurer> all = insurers.all();
        Map<String, String> names =
                all.stream().collect(Collectors.toMap(insurer -> insurer.code().value(), Insurer::name));
        List<Todo> todos =
                alerts.find().stream().map(alert -> Todo.of(alert, names)).toList();
        Map<Urgency, Map<String, List<Todo>>> byUrgency = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
            byUrgency.put(
                    urgency,
                    todos.stream()
                            .filter(todo -> todo.urgency() == urgency)
                            .collect(Collectors.groupingBy(Todo::name, LinkedHashMap::new, Collectors.toList())));
        }
        LocalDate today = BusinessTime.today(clock);
        List<DailyCount> week = counts.byDay(today.minusDays(6));
        model.addAttribute("now", PageFormat.time(clock.instant()));
        model.addAttribute("todos", byUrgency);
        model.addAttribute("today", count(week, today, today));
        model.addAttribute("week", count(week, today.minusDays(6), today));
        model.addAttribute(
                "taking", all.stream().filter(one -> one.departure().isEmpty()).count());
        model.addAttribute(
                "notApplied",
                todos.stream()
                        .filter(todo -> InsurerLists.Want.NOT_APPLIED.holds(todo.code()))
                        .map(Todo::name)
                        .distinct()
                        .toList());
        model.addAttribute(
                "next", upcoming.all().stream().limit(NEXT).map(this::planned).toList());
        return "home";
    }

    private static DailyCount count(List<DailyCount> days, LocalDate from, LocalDate until) {
        return days.stream()
                .filter(day -> !day.day().isBefore(from))
                .reduce(
                        new DailyCount(until, 0, 0, 0, 0),
                        (a, b) -> new DailyCount(
                                until,
                                a.files() + b.files(),
                                a.accepted() + b.accepted(),
                                a.refused() + b.refused(),
                                a.held() + b.held()));
    }

    private Planned planned(UpcomingRun run) {
        return new Planned(
                run.key().job(),
                run.key().insurer().map(InsurerCode::value).orElse(""),
                Cell.time(run.at(), clock.instant()));
    }
}
