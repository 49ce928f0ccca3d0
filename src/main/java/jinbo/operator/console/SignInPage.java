package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@ConsolePage
class SignInPage {

    @GetMapping("/sign-in")
    String show(HttpServletRequest request, Model model) {
        for (String why : new String[] {"wrong", "wait", "out", "ended"}) {
            if (request.getParameter(why) != null) {
                model.addAttribute("why", why);
            }
        }
        return "sign-in";
    }
}
