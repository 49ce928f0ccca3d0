package jinbo.operator.console;

import java.util.Optional;
import jinbo.operator.audit.AuditOperations.SearchAuditTrail;
import jinbo.operator.number.NumberOperations.LookUp;
import jinbo.operator.number.NumberOperations.ShowNumber;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationNumber;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where one number is looked up, for a reason that becomes an entry of the access log. The number is sent in the body, never in an
 * address, and comes back on no page.
 */
@ConsolePage
@RequestMapping("/number")
record NumberPage(PageOperations operations) {

    enum Question {
        LOOKUP,
        SHOW,
        /** Who has looked at it, which uploads brought it, which lists held it. */
        TRACE
    }

    @GetMapping
    String asked() {
        return "number";
    }

    @PostMapping
    String ask(
            Model model, @RequestParam Question question, @RequestParam String number, @RequestParam FormValue reason) {
        model.addAttribute("question", question.name());
        model.addAttribute(
                "answer",
                operations.ask(
                        () -> operation(question, OperationNumber.typed(number), reason.as(AccessPurpose.class))));
        return "number";
    }

    private static Operation operation(Question question, OperationNumber number, AccessPurpose reason) {
        return switch (question) {
            case LOOKUP -> new LookUp(reason, Optional.empty(), Optional.empty(), number);
            case SHOW -> new ShowNumber(reason, number);
            case TRACE -> SearchAuditTrail.forNumber(number, reason);
        };
    }
}
