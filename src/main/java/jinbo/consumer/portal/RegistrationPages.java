package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.NumberStatus;
import jinbo.consumer.ProvenNumber;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows the holder of a number what is registered of it. */
@PortalPage
class RegistrationPages {

    private final ConsumerService desk;

    RegistrationPages(ConsumerService desk) {
        this.desk = desk;
    }

    @GetMapping("/mine")
    String mine(HttpServletRequest request, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        NumberStatus numberStatus = desk.registration(portalSession.proven());
        numberStatus.words().stream().findFirst().ifPresent(portalSession::setRegistration);
        model.addAttribute("registration", numberStatus);
        return "mine";
    }

    @GetMapping("/done/{reference}")
    String done(@PathVariable String reference, HttpServletRequest request, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        desk.requireProof(portalSession.proven());
        Optional<ConsumerRegistration> said = portalSession
                .lastRegistration()
                .filter(word -> word.reference().value().equals(reference));
        model.addAttribute("word", said.orElseThrow(NoSuchPageException::new));
        return "done";
    }

    @PostMapping("/leave")
    String leave(HttpServletRequest request) {
        PortalSession portalSession = PortalSession.of(request);
        Optional<ProvenNumber> proven = portalSession.findProven();
        proven.ifPresent(desk::leave);
        portalSession.end();
        return "redirect:/";
    }
}
