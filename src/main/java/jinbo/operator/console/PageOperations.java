package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationException;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.OperationService;
import jinbo.participant.operation.OperationType;
import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Executes the operations of forms, and authorizes pages, for the person who has signed in. */
record PageOperations(OperationService operations, AuthorizeCaller authorizeCaller, ConsoleAnswers answers) {

    /** The name of the flash attribute with the result for the next page. */
    static final String ANSWER = "flashAnswer";

    record Visitor(SignedInPerson person, Locale language) {

        static Visitor current() {
            Authentication known = SecurityContextHolder.getContext().getAuthentication();
            if (known == null || !(known.getPrincipal() instanceof SignedInPerson person)) {
                throw new IllegalStateException("Nobody has signed in");
            }
            return new Visitor(person, LocaleContextHolder.getLocale());
        }
    }

    /** Executes an operation, and converts its result or failure for a page. */
    PageAnswer execute(Supplier<? extends Operation> form) {
        return execute(Visitor.current(), form);
    }

    PageAnswer execute(Visitor visitor, Supplier<? extends Operation> form) {
        try {
            Object result = operations.execute(form.get(), new IdentityClaim.SignedIn(visitor.person()));
            return new PageAnswer(
                    Incomplete.isComplete(result) ? PageAnswer.End.DONE : PageAnswer.End.INCOMPLETE,
                    answers.of(result, visitor.language()),
                    Optional.of(result));
        } catch (Exception e) {
            return new PageAnswer(
                    OperationException.tookEffect(e) ? PageAnswer.End.INCOMPLETE : PageAnswer.End.NOT_DONE,
                    answers.ofFailure(e, visitor.language()));
        }
    }

    /** Executes the operation of a form, and redirects to a page that shows the result. */
    String submit(String page, Supplier<? extends Operation> form) {
        keepForNextPage(execute(form));
        return "redirect:" + page;
    }

    /** Like {@link #submit(String, Supplier)}, but after a failure the page opens the form again. */
    String submit(String page, String open, Supplier<? extends Operation> form) {
        PageAnswer answer = execute(form);
        keepForNextPage(answer);
        return "redirect:" + (answer.end() == PageAnswer.End.NOT_DONE ? ListQuery.withForm(page, open) : page);
    }

    /** Executes the operation of a form with a file, which is stored under a given name and deleted afterwards. */
    String submitFile(String page, MultipartFile sent, String name, Function<OperationFile, Operation> form) {
        try {
            // accessible to the owner only
            Path folder = Files.createTempDirectory("jinbo-sent");
            Path file = folder.resolve(name);
            try {
                sent.transferTo(file);
                return submit(page, () -> form.apply(new OperationFile(file)));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file from the browser cannot be stored or removed", e);
        }
    }

    /**
     * Authorizes a page that shows data without executing an operation. A refusal becomes an access log entry.
     *
     * @param page the description of the page, without phone numbers
     */
    void require(Class<? extends Operation> operation, String page) {
        authorizeCaller.authorize(
                OperationType.of(operation).useCase().duty(),
                new IdentityClaim.SignedIn(Visitor.current().person()),
                "console: " + page);
    }

    /** Keeps the parts of a result for the next page, and after a failure also the reason that was typed. */
    static void keepForNextPage(PageAnswer answer) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        FlashMap next = RequestContextUtils.getOutputFlashMap(request);
        next.put(ANSWER, new PageAnswer(answer.end(), answer.parts()));
        if (answer.end() == PageAnswer.End.NOT_DONE) {
            next.put("typed", InterruptedForm.typed(request));
        }
    }
}
