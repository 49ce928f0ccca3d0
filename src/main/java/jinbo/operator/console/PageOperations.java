package jinbo.operator.console;

import java.util.Optional;
import java.util.function.Supplier;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationService;
import jinbo.participant.staff.IdentityClaim;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Carries out what is asked for on a page, for the person who has signed in, and hands the answer to the page that comes next. */
record PageOperations(OperationService operations, ConsoleAnswers answers) {

    /** Under which name the next page finds the answer. */
    static final String ANSWER = "flashAnswer";

    /** @param form reads the operation from its fields, and throws what is wrong with them */
    PageAnswer ask(Supplier<? extends Operation> form) {
        return ask(Visitor.current(), form);
    }

    /** The same, where no request is being answered. */
    PageAnswer ask(Visitor visitor, Supplier<? extends Operation> form) {
        try {
            Object result = operations.execute(form.get(), new IdentityClaim.SignedIn(visitor.person()));
            return new PageAnswer(
                    Incomplete.isComplete(result) ? PageAnswer.End.DONE : PageAnswer.End.INCOMPLETE,
                    answers.of(result, visitor.language()),
                    Optional.of(result));
        } catch (Exception e) {
            return new PageAnswer(PageAnswer.End.NOT_DONE, answers.ofFailure(e, visitor.language()));
        }
    }

    /** Carries it out, and leads on to a page that shows the answer. */
    String then(String path, RedirectAttributes next, Supplier<? extends Operation> form) {
        PageAnswer answer = ask(form);
        // what a session keeps until the next page holds no more than that shows
        next.addFlashAttribute(ANSWER, new PageAnswer(answer.end(), answer.parts()));
        if (answer.end() == PageAnswer.End.NOT_DONE
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes sent) {
            next.addFlashAttribute("typed", InterruptedForm.typed(sent.getRequest()));
        }
        return "redirect:" + path;
    }
}
