package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.ProvenNumber;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Sector;
import jinbo.registry.ConsumerChoice;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Has the holder of a number choose who is not to call, see what that changes, agree, and confirm. */
@PortalPage
class ChoicePages {

    private final ConsumerService service;

    ChoicePages(ConsumerService service) {
        this.service = service;
    }

    @GetMapping("/choose")
    String choose(HttpServletRequest request, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        service.requireProof(portalSession.proven());
        return choosePage(ChoiceForm.like(portalSession.lastRegistration()), model);
    }

    @PostMapping("/choose")
    String search(
            @RequestParam(defaultValue = "") List<String> sector,
            @RequestParam(defaultValue = "") List<String> insurer,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request,
            Model model) {
        service.requireProof(PortalSession.of(request).proven());
        return choosePage(ChoiceForm.of(sector, insurer, term, query), model);
    }

    @PostMapping("/choose/preview")
    String preview(
            @RequestParam(defaultValue = "") List<String> sector,
            @RequestParam(defaultValue = "") List<String> insurer,
            @RequestParam(defaultValue = "") String term,
            HttpServletRequest request,
            Model model) {
        ProvenNumber number = PortalSession.of(request).proven();
        ChoiceForm form = ChoiceForm.of(sector, insurer, term, "");
        if (form.isEmpty()) {
            model.addAttribute("problem", "choose.nobody");
            return choosePage(form, model);
        }
        return previewPage(number, form, UUID.randomUUID(), model);
    }

    @PostMapping("/choose/confirm")
    String confirm(
            @RequestParam(defaultValue = "") List<String> sector,
            @RequestParam(defaultValue = "") List<String> insurer,
            @RequestParam(defaultValue = "") String term,
            @RequestParam Optional<String> consent,
            @RequestParam UUID form,
            HttpServletRequest request,
            Model model) {
        PortalSession portalSession = PortalSession.of(request);
        ProvenNumber number = portalSession.proven();
        ChoiceForm sent = ChoiceForm.of(sector, insurer, term, "");
        ConsumerChoice choice = sent.choice(service.insurers());
        if (choice.isCancellation()) {
            return "redirect:/choose";
        }
        if (!consent.equals(Optional.of(ConsentText.VERSION))) {
            model.addAttribute("problem", "choose.no-consent");
            return previewPage(number, sent, form, model);
        }
        ConsumerRegistration registration = service.choose(number, choice, consent, form);
        portalSession.setRegistration(registration);
        return "redirect:/done/" + registration.reference();
    }

    private String previewPage(ProvenNumber number, ChoiceForm form, UUID request, Model model) {
        List<OfferedInsurer> offered = service.insurers();
        ConsumerChoice choice = form.choice(offered);
        ChangeView.of(service.previewChoice(number, choice)).addTo(model);
        model.addAttribute("form", form);
        model.addAttribute("newDays", service.daysOf(form.term()));
        model.addAttribute("consent", ConsentText.VERSION);
        model.addAttribute("request", request);
        return "preview";
    }

    private String choosePage(ChoiceForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("sectors", Sector.values());
        model.addAttribute("terms", Term.values());
        List<OfferedInsurer> offered = service.insurers();
        model.addAttribute("insurers", offered);
        model.addAttribute("noneShown", offered.stream().noneMatch(form::shows));
        return "choose";
    }
}
