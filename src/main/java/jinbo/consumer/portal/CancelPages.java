package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.ProvenNumber;
import jinbo.registry.ConsumerChoice;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@PortalPage
record CancelPages(ConsumerService service) {

    @GetMapping("/cancel")
    String look(HttpServletRequest request, Model model) {
        model.addAttribute(
                "status", service.registration(PortalSession.of(request).proven()));
        model.addAttribute(LineNames.ON_PAGES, new LineNames(service.lines()));
        model.addAttribute("request", UUID.randomUUID());
        return "cancel";
    }

    @PostMapping("/cancel")
    String cancel(@RequestParam UUID form, HttpServletRequest request) {
        PortalSession portalSession = PortalSession.of(request);
        ProvenNumber number = portalSession.proven();
        ConsumerRegistration registration = service.choose(number, ConsumerChoice.nobody(), Optional.empty(), form);
        portalSession.setRegistration(registration);
        return "redirect:/done/" + registration.reference();
    }
}
