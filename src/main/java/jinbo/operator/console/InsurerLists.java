package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.FindAllAlerts;
import jinbo.operator.alert.FindAppliedLists;
import jinbo.operator.alert.FindAppliedLists.AppliedLists;
import jinbo.operator.console.InsurerPages.OnboardingSteps;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.blocklist.Acknowledgements.Acknowledgement;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of insurers with their status, last upload, newest list and applied list. */
@ConsolePage
record InsurerLists(
        Insurers insurers,
        InboundFiles inbound,
        BlockLists blockLists,
        FindAppliedLists applied,
        FindAllAlerts alerts,
        OnboardingSteps steps,
        Lists lists,
        Clock clock) {

    /** A tab that selects the insurers with certain open alerts. */
    enum Want {
        NOT_APPLIED(Alert.Code.LIST_NOT_APPLIED, Alert.Code.LIST_NOT_APPLIED_BY_UNITS, Alert.Code.LIST_DIFFERS),
        UPLOAD_LATE(Alert.Code.UPLOAD_LATE),
        HELD(Alert.Code.FILES_HELD);

        private final Set<Alert.Code> codes;

        Want(Alert.Code first, Alert.Code... others) {
            this.codes = EnumSet.of(first, others);
        }

        boolean holds(Alert.Code code) {
            return codes.contains(code);
        }
    }

    private static final Layout LAYOUT = new Layout(
            "insurers",
            ListView.sortable("insurer"),
            ListView.sortable("status"),
            ListView.sortable("overview.upload"),
            ListView.number("insurers.held"),
            ListView.sortable("insurers.applied"),
            ListView.number("insurers.list-rows"),
            ListView.number("insurers.alerts"));

    @GetMapping("/insurers")
    Object show(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        Optional<Want> want = query.find("only", Want.class);
        String name = query.of("name").toLowerCase(Locale.ROOT);
        Map<InsurerCode, List<Alert>> found = alerts.find().stream()
                .filter(alert -> alert.insurer().isPresent())
                .collect(Collectors.groupingBy(alert -> alert.insurer().orElseThrow()));
        Map<InsurerCode, Long> held =
                inbound.held().stream().collect(Collectors.groupingBy(InboundFile::insurer, Collectors.counting()));
        List<Row> rows = insurers.all().stream()
                .filter(insurer -> (insurer.code() + " " + insurer.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(name))
                .filter(insurer -> want.isEmpty()
                        || found.getOrDefault(insurer.code(), List.of()).stream()
                                .anyMatch(alert -> want.get().holds(alert.code())))
                .map(insurer -> row(
                        insurer,
                        found.getOrDefault(insurer.code(), List.of()).size(),
                        held.getOrDefault(insurer.code(), 0L)))
                .toList();
        return lists.show(
                LAYOUT.pageOf(
                        query,
                        List.of(
                                Filter.tabs("only", "page.insurers", Option.messages("insurers.", Want.values())),
                                Filter.of("name", "insurers.search", Kind.TEXT)),
                        rows),
                "insurers",
                model);
    }

    private Row row(Insurer insurer, int alerts, long held) {
        InsurerCode code = insurer.code();
        Optional<SealedList> list = blockLists.last(code);
        return new Row(
                code.value(),
                Cell.text(code).to("/insurers/" + code).note(insurer.name()),
                state(insurer),
                inbound.lastUploadAt(code)
                        .map(at -> Cell.time(at, clock.instant()))
                        .orElse(Cell.NOT_YET),
                linked(held, "/held?insurer=" + code),
                list.map(last -> appliedOf(last.manifest().sequence(), applied.of(code)))
                        .orElse(Cell.NOTHING),
                Cell.number(list.map(last -> last.manifest().rows()).orElse(0L)),
                linked(alerts, "/insurers/" + code));
    }

    private static Cell linked(long count, String address) {
        return count == 0 ? Cell.number(count) : Cell.number(count).to(address);
    }

    /** The applied list of the newest, marked while they are not the same. */
    private Cell appliedOf(int newest, AppliedLists known) {
        int sequence = known.newest().map(Acknowledgement::sequence).orElse(0);
        Cell cell = Cell.number(sequence).shown(lists.message("insurers.applied.of", sequence, newest));
        return known.differ()
                ? cell.marked("REFUSED").note(lists.message("overview.differs"))
                : sequence == newest
                        ? cell
                        : cell.marked("OPEN").note(known.overdue().isPresent() ? lists.message("insurers.late") : "");
    }

    private Cell state(Insurer insurer) {
        OnboardingSteps.State state = OnboardingSteps.stateOf(insurer, steps.of(insurer));
        return Cell.text(lists.message("insurers." + state.code(), state.done(), state.all()))
                .marked(state.code());
    }
}
