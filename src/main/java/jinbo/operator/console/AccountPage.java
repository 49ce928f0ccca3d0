package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
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
class AccountPage {

    private final SignIn signIn;
    private final PageCommands pageCommands;

    AccountPage(SignIn signIn, PageCommands pageCommands) {
        this.signIn = signIn;
        this.pageCommands = pageCommands;
    }

    @GetMapping
    String show() {
        return "account";
    }

    @PostMapping
    String set(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
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
        CommandResult commandResult = pageCommands.ask(by, locale, List.of("person", "password"), password);
        if (commandResult.end() == CommandResult.End.DONE) {
            return "redirect:/sign-in?ended";
        }
        model.addAttribute(PageCommands.TOLD, commandResult);
        return "account";
    }
}
