package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.ProvenNumber;
import jinbo.consumer.portal.ChoiceForm.OfferedLine;
import jinbo.exchange.format.Term;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.ConsumerChoice;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages to choose, preview, confirm and cancel. */
@PortalPage
record ChoicePages(ConsumerService service, Clock clock) {

    @GetMapping("/choose")
    String choose(HttpServletRequest request, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        service.requireProof(portalSession.proven());
        List<OfferedLine> offer = offer();
        return choosePage(ChoiceForm.like(portalSession.lastRegistration(), offer), offer, portalSession, model);
    }

    @PostMapping("/choose")
    String search(
            @RequestParam(defaultValue = "") List<String> line,
            @RequestParam(defaultValue = "") List<String> insurer,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request,
            Model model) {
        service.requireProof(PortalSession.of(request).proven());
        List<OfferedLine> offer = offer();
        return choosePage(ChoiceForm.of(line, insurer, term, query, offer), offer, PortalSession.of(request), model);
    }

    @PostMapping("/choose/preview")
    String preview(
            @RequestParam(defaultValue = "") List<String> line,
            @RequestParam(defaultValue = "") List<String> insurer,
            @RequestParam(defaultValue = "") String term,
            HttpServletRequest request,
            Model model) {
        ProvenNumber number = PortalSession.of(request).proven();
        List<OfferedLine> offer = offer();
        ChoiceForm form = ChoiceForm.of(line, insurer, term, "", offer);
        if (form.isEmpty()) {
            FormErrors.of(model).add("line", "choose.nobody");
            return choosePage(form, offer, PortalSession.of(request), model);
        }
        return previewPage(number, form, UUID.randomUUID(), model);
    }

    @PostMapping("/choose/confirm")
    String confirm(
            @RequestParam(defaultValue = "") List<String> line,
            @RequestParam(defaultValue = "") List<String> insurer,
            @RequestParam(defaultValue = "") String term,
            @RequestParam Optional<String> consent,
            @RequestParam UUID form,
            @RequestParam(defaultValue = "true") boolean begins,
            @RequestParam(defaultValue = "true") boolean goesOn,
            HttpServletRequest request,
            Model model) {
        PortalSession portalSession = PortalSession.of(request);
        ProvenNumber number = portalSession.proven();
        ChoiceForm sent = ChoiceForm.of(line, insurer, term, "", offer());
        ConsumerChoice choice = sent.choice();
        if (choice.isCancellation()) {
            return "redirect:/choose";
        }
        if (!consent.equals(Optional.of(ConsentText.VERSION))) {
            FormErrors.of(model).add("consent", "choose.no-consent");
            return previewPage(number, sent, form, model);
        }
        ConsumerRegistration registration = service.choose(number, choice, consent, form);
        portalSession.setRegistration(registration);
        portalSession.setAffected(new PortalSession.Affected(begins, goesOn, false));
        return "redirect:/done/" + registration.reference();
    }

    @GetMapping("/cancel")
    String cancel(HttpServletRequest request, Model model) {
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

    private List<OfferedLine> offer() {
        return OfferedLine.on(BusinessTime.today(clock), service.lines(), service.insurers());
    }

    private String previewPage(ProvenNumber number, ChoiceForm form, UUID request, Model model) {
        ChangeView.of(service.previewChoice(number, form.choice())).addTo(model);
        model.addAttribute(LineNames.ON_PAGES, new LineNames(service.lines()));
        model.addAttribute("form", form);
        model.addAttribute("newDays", service.daysOf(form.term()));
        model.addAttribute("consent", ConsentText.VERSION);
        model.addAttribute("request", request);
        return "preview";
    }

    private static String choosePage(
            ChoiceForm form, List<OfferedLine> offer, PortalSession portalSession, Model model) {
        model.addAttribute(
                "replaces",
                portalSession
                        .lastRegistration()
                        .filter(last -> !last.isCancellation())
                        .isPresent());
        model.addAttribute("form", form);
        model.addAttribute("offer", offer);
        model.addAttribute("terms", Term.values());
        model.addAttribute("noneShown", offer.stream().noneMatch(form::showsAnyOf));
        return "choose";
    }
}
