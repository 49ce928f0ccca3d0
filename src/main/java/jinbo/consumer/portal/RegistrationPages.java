package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jinbo.consumer.ConsumerDesk;
import jinbo.consumer.GivenWord;
import jinbo.consumer.ProvenNumber;
import jinbo.consumer.Registration;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows the holder of a number what is registered of it. */
@PortalPage
class RegistrationPages {

    private final ConsumerDesk desk;

    RegistrationPages(ConsumerDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/mine")
    String mine(HttpServletRequest request, Model model) {
        Visit visit = Visit.of(request);
        Registration registration = desk.registration(visit.proven());
        registration.words().stream().findFirst().ifPresent(visit::say);
        model.addAttribute("registration", registration);
        return "mine";
    }

    @GetMapping("/done/{reference}")
    String done(@PathVariable String reference, HttpServletRequest request, Model model) {
        Visit visit = Visit.of(request);
        desk.requireProof(visit.proven());
        Optional<GivenWord> said =
                visit.said().filter(word -> word.reference().value().equals(reference));
        model.addAttribute("word", said.orElseThrow(NoSuchPageException::new));
        return "done";
    }

    @PostMapping("/leave")
    String leave(HttpServletRequest request) {
        Visit visit = Visit.of(request);
        Optional<ProvenNumber> proven = visit.provenIfAny();
        proven.ifPresent(desk::leave);
        visit.end();
        return "redirect:/";
    }
}
