package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jinbo.operator.person.PersonOperations.SetOwnPassword;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.staff.NotProvenException;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one's own password is set anew; whoever was signed in with the old one signs in again. */
@ConsolePage
@RequestMapping("/account")
record AccountPage(SignIn signIn, PageOperations operations) {

    @GetMapping
    String show() {
        return "account";
    }

    @PostMapping
    String set(
            @AuthenticationPrincipal SignedInPerson by,
            Model model,
            HttpServletRequest request,
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String again) {
        try {
            signIn.with(by.name(), current, KnownBrowser.detailsOf(request).origin());
        } catch (NotProvenException e) {
            model.addAttribute("wrong", true);
            return "account";
        }
        if (!password.equals(again)) {
            model.addAttribute("differ", true);
            return "account";
        }
        PageAnswer answer = operations.ask(
                () -> new SetOwnPassword(Optional.empty(), false, Optional.of(new HiddenText(password))));
        if (answer.end() == PageAnswer.End.DONE) {
            return "redirect:/sign-in?ended";
        }
        model.addAttribute(PageOperations.ANSWER, answer);
        return "account";
    }
}
