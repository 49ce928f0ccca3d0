package jinbo.operator.console;

import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.cases.SanctionOperations.ImposeSanction;
import jinbo.operator.cases.SanctionOperations.LiftSanction;
import jinbo.operator.cases.SanctionOperations.RefuseSanction;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.AccessPurpose;
import jinbo.reference.calendar.YearNotLoadedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of sanctions, and the forms that impose, refuse or lift one. */
@ConsolePage
@RequestMapping("/sanctions")
record SanctionPages(Sanctions sanctions, Insurers insurers, PageOperations operations) {

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
                    text(sanction.subject().salesperson()),
                    sanction.kind().name(),
                    sanction.state().name(),
                    PageFormat.time(sanction.since()),
                    text(sanction.beginsOn()),
                    text(sanction.endsOn()),
                    sanction.cases().stream().map(CaseNumber::value).toList(),
                    text(sanction.reason()));
        }

        private static String text(Optional<?> value) {
            return value.map(Object::toString).orElse("");
        }

        public List<Action> actions() {
            return state.equals(Sanction.State.PROPOSED.name())
                    ? List.of(Action.IMPOSE, Action.REFUSE)
                    : state.equals(Sanction.State.IMPOSED.name()) ? List.of(Action.LIFT) : List.of();
        }
    }

    @GetMapping
    String list(Model model) {
        List<Sanction> all = sanctions.all();
        model.addAttribute("sanctions", all.stream().map(Row::of).toList());
        model.addAttribute("decisions", all.stream().map(this::decision).toList());
        return "sanctions";
    }

    /** What operators can decide about a sanction; {@code days} are those that follow if it is imposed today. */
    public record Decision(Row row, String insurer, Optional<Sanctions.Days> days) {}

    private Decision decision(Sanction sanction) {
        InsurerCode code = sanction.subject().insurer();
        return new Decision(
                Row.of(sanction),
                insurers.find(code).map(Insurer::name).orElse("") + " (" + sanction.subject() + ")",
                sanction.state() == Sanction.State.PROPOSED ? days(sanction) : Optional.empty());
    }

    private Optional<Sanctions.Days> days(Sanction sanction) {
        try {
            return Optional.of(sanctions.days(sanction));
        } catch (YearNotLoadedException notYet) {
            return Optional.empty();
        }
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
