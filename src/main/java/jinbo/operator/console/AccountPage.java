package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jinbo.operator.person.PersonOperations.SetOwnPassword;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.staff.NotProvenError;
import jinbo.participant.staff.NotProvenException;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and the page on which people change their own password, after which they sign in again. */
@ConsolePage
record AccountPage(SignIn signIn, PageOperations operations) {

    @GetMapping("/account")
    String show() {
        return "account";
    }

    @PostMapping("/account")
    String setPassword(
            @AuthenticationPrincipal SignedInPerson by,
            Model model,
            HttpServletRequest request,
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String again) {
        try {
            signIn.with(
                    by.name(),
                    current,
                    ConsoleSecurity.KnownBrowser.detailsOf(request).origin());
        } catch (NotProvenException e) {
            boolean tooMany = e.error() == NotProvenError.TOO_MANY_TRIES;
            model.addAttribute("wrong", tooMany ? "sign-in.wait" : "account.wrong");
            return "account";
        }
        if (!password.equals(again)) {
            model.addAttribute("differ", true);
            return "account";
        }
        PageAnswer answer = operations.execute(
                () -> new SetOwnPassword(Optional.empty(), false, Optional.of(new HiddenText(password))));
        if (answer.end() == PageAnswer.End.DONE) {
            return "redirect:/sign-in?ended";
        }
        model.addAttribute(PageOperations.ANSWER, answer);
        return "account";
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        for (String why : new String[] {"wrong", "wait", "out", "ended"}) {
            if (request.getParameter(why) != null) {
                model.addAttribute("why", why);
            }
        }
        return "sign-in";
    }
}
