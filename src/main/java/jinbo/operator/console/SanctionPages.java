package jinbo.operator.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.cases.SanctionOperations.ImposeSanction;
import jinbo.operator.cases.SanctionOperations.LiftSanction;
import jinbo.operator.cases.SanctionOperations.RefuseSanction;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Operation;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows from upheld cases: what waits for people, what counts, what is over; and where two people decide. */
@ConsolePage
@RequestMapping("/sanctions")
record SanctionPages(Sanctions sanctions, PageOperations operations) {

    /** What can be decided of a sanction. */
    enum Action {
        IMPOSE,
        REFUSE,
        LIFT
    }

    /** @param until its last day */
    public record Row(
            long id,
            String insurer,
            String salesperson,
            String kind,
            String state,
            String since,
            String from,
            String until,
            List<String> cases,
            String reason) {

        static Row of(Sanction sanction) {
            return new Row(
                    sanction.id(),
                    sanction.subject().insurer().value(),
                    PageFormat.orNothing(sanction.subject().salesperson()),
                    sanction.kind().name(),
                    sanction.state().name(),
                    PageFormat.time(sanction.since()),
                    day(sanction.beginsOn()),
                    day(sanction.endsOn()),
                    sanction.cases().stream().map(CaseNumber::value).toList(),
                    PageFormat.orNothing(sanction.reason()));
        }

        public List<Action> actions() {
            return state.equals(Sanction.State.PROPOSED.name())
                    ? List.of(Action.IMPOSE, Action.REFUSE)
                    : state.equals(Sanction.State.IMPOSED.name()) ? List.of(Action.LIFT) : List.of();
        }

        private static String day(Optional<LocalDate> day) {
            return PageFormat.orNothing(day);
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("sanctions", sanctions.all().stream().map(Row::of).toList());
        return "sanctions";
    }

    @PostMapping("/{id}")
    String decide(
            RedirectAttributes next,
            @PathVariable long id,
            @RequestParam Action action,
            @RequestParam FormValue reason) {
        return operations.then("/sanctions", next, () -> operation(action, id, reason.as(AccessPurpose.class)));
    }

    private static Operation operation(Action action, long id, AccessPurpose reason) {
        return switch (action) {
            case IMPOSE -> new ImposeSanction(id, reason);
            case REFUSE -> new RefuseSanction(id, reason);
            case LIFT -> new LiftSanction(id, reason);
        };
    }
}
