package jinbo.operator.console;

import java.util.List;
import jinbo.cases.CaseNumber;
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.cases.SanctionOperations.ImposeSanction;
import jinbo.operator.cases.SanctionOperations.LiftSanction;
import jinbo.operator.cases.SanctionOperations.RefuseSanction;
import jinbo.participant.operation.AccessPurpose;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of sanctions, and the forms that impose, refuse or lift one. */
@ConsolePage
@RequestMapping("/sanctions")
record SanctionPages(Sanctions sanctions, PageOperations operations) {

    enum Action {
        IMPOSE,
        REFUSE,
        LIFT
    }

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
                    PageFormat.orNothing(sanction.beginsOn()),
                    PageFormat.orNothing(sanction.endsOn()),
                    sanction.cases().stream().map(CaseNumber::value).toList(),
                    PageFormat.orNothing(sanction.reason()));
        }

        public List<Action> actions() {
            return state.equals(Sanction.State.PROPOSED.name())
                    ? List.of(Action.IMPOSE, Action.REFUSE)
                    : state.equals(Sanction.State.IMPOSED.name()) ? List.of(Action.LIFT) : List.of();
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("sanctions", sanctions.all().stream().map(Row::of).toList());
        return "sanctions";
    }

    @PostMapping("/{id}")
    String decide(@PathVariable long id, @RequestParam Action action, @RequestParam FormValue reason) {
        return operations.submit("/sanctions", () -> switch (action) {
            case IMPOSE -> new ImposeSanction(id, reason.as(AccessPurpose.class));
            case REFUSE -> new RefuseSanction(id, reason.as(AccessPurpose.class));
            case LIFT -> new LiftSanction(id, reason.as(AccessPurpose.class));
        });
    }
}
