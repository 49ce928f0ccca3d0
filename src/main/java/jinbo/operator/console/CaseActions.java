package jinbo.operator.console;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.Salesperson;
import jinbo.cases.ViolationGround;
import jinbo.operator.cases.CaseOperations.AssignCaseTo;
import jinbo.operator.cases.CaseOperations.ContestDecision;
import jinbo.operator.cases.CaseOperations.DecideOnCase;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Operation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people bring about in a case: whose call it was, what it was, that its consumer does not accept that. */
@ConsolePage
@RequestMapping("/cases/{number}")
record CaseActions(OpenedEvidence opened, PageOperations operations) {

    @PostMapping("/assign")
    String assign(
            RedirectAttributes next,
            @PathVariable String number,
            @RequestParam FormValue insurer,
            @RequestParam FormValue unit,
            @RequestParam FormValue salesperson,
            @RequestParam FormValue reason) {
        return then(
                next,
                number,
                known -> new AssignCaseTo(
                        known,
                        insurer.as(InsurerCode.class),
                        unit.find(UnitCode.class),
                        salesperson.find(Salesperson.class),
                        reason.as(AccessPurpose.class)));
    }

    /** On the evidence that this person has opened, and on no other. */
    @PostMapping("/decide")
    String decide(
            RedirectAttributes next,
            HttpSession session,
            @PathVariable String number,
            @RequestParam FormValue ruling,
            @RequestParam(defaultValue = "") List<ViolationGround> ground,
            @RequestParam FormValue evidence,
            @RequestParam FormValue reason) {
        return then(
                next,
                number,
                known -> new DecideOnCase(
                        known,
                        ruling.as(CaseRuling.class),
                        ground,
                        Optional.of(opened.require(session, known, evidence.text())),
                        reason.as(AccessPurpose.class)));
    }

    @PostMapping("/contest")
    String contest(RedirectAttributes next, @PathVariable String number, @RequestParam FormValue reason) {
        return then(next, number, known -> new ContestDecision(known, reason.as(AccessPurpose.class)));
    }

    private String then(RedirectAttributes next, String typed, Function<CaseNumber, Operation> form) {
        CaseNumber number = CaseNumber.typed(typed).orElseThrow(() -> new NoSuchThingException("case of this number"));
        return operations.then("/cases/" + number, next, () -> form.apply(number));
    }
}
