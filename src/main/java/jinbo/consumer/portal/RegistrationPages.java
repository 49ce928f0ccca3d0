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

@PortalPage
record RegistrationPages(ConsumerService service) {

    @GetMapping("/mine")
    String mine(HttpServletRequest request, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        NumberStatus numberStatus = service.registration(portalSession.proven());
        numberStatus.registrations().stream().findFirst().ifPresent(portalSession::setRegistration);
        model.addAttribute("status", numberStatus);
        model.addAttribute(LineNames.ON_PAGES, new LineNames(service.lines()));
        return "mine";
    }

    @GetMapping("/done/{reference}")
    String done(@PathVariable String reference, HttpServletRequest request, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        service.requireProof(portalSession.proven());
        Optional<ConsumerRegistration> said = portalSession
                .lastRegistration()
                .filter(registration -> registration.reference().value().equals(reference));
        model.addAttribute("registration", said.orElseThrow(NoSuchPageException::new));
        model.addAttribute("affected", portalSession.affected());
        return "done";
    }

    @PostMapping("/leave")
    String leave(HttpServletRequest request) {
        PortalSession portalSession = PortalSession.of(request);
        Optional<ProvenNumber> proven = portalSession.findProven();
        proven.ifPresent(service::leave);
        portalSession.end();
        return "redirect:/finished";
    }

    @GetMapping("/finished")
    String finished() {
        return "finished";
    }
}
