package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.NoProofException;
import jinbo.consumer.RenewalOutcome;
import jinbo.consumer.Visitor;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages that renew a choice, by the link of a reminder or after a code. Opening them changes nothing. */
@PortalPage
record RenewPages(ConsumerService service, KnownBrowserCookie known, Clock clock) {

    @GetMapping("/renew/{token}")
    String offer(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return offerPage(token, UUID.randomUUID(), request, response, model);
    }

    @PostMapping("/renew/{token}")
    String renew(
            @PathVariable String token,
            @RequestParam Optional<String> consent,
            @RequestParam UUID form,
            @RequestParam(defaultValue = "true") boolean begins,
            @RequestParam(defaultValue = "true") boolean goesOn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!consent.equals(Optional.of(ConsentText.VERSION))) {
            FormErrors.of(model).add("consent", "choose.no-consent");
            return offerPage(token, form, request, response, model);
        }
        PortalSession portalSession = PortalSession.of(request);
        RenewalOutcome answer = service.renew(token, consent, form, from(request));
        if (answer instanceof RenewalOutcome.Renewed renewed) {
            portalSession.prove(renewed.number());
            known.remember(renewed.mark(), request, response);
            portalSession.setRegistration(renewed.registration(), form);
            portalSession.setAffected(new PortalSession.Affected(begins, goesOn, true));
            return "redirect:/done/" + renewed.registration().reference();
        }
        if (answer instanceof RenewalOutcome.RenewedBefore) {
            model.addAttribute("here", "/");
            // the page requires the proof, which only the browser has in which the renewal was made
            return portalSession
                    .registrationOf(form)
                    .map(registration -> "redirect:/done/" + registration.reference())
                    .orElse("renewed");
        }
        return noOffer(answer, request, response, model);
    }

    @GetMapping("/renew")
    String offerOwn(HttpServletRequest request, Model model) {
        return ownPage(UUID.randomUUID(), request, model);
    }

    @PostMapping("/renew")
    String renewOwn(
            @RequestParam Optional<String> consent,
            @RequestParam UUID form,
            @RequestParam(defaultValue = "true") boolean begins,
            @RequestParam(defaultValue = "true") boolean goesOn,
            HttpServletRequest request,
            Model model) {
        if (!consent.equals(Optional.of(ConsentText.VERSION))) {
            FormErrors.of(model).add("consent", "choose.no-consent");
            return ownPage(form, request, model);
        }
        PortalSession portalSession = PortalSession.of(request);
        Optional<ConsumerRegistration> renewed = service.renewOwn(portalSession.proven(), consent, form);
        renewed.ifPresent(registration -> {
            portalSession.setRegistration(registration, form);
            portalSession.setAffected(new PortalSession.Affected(begins, goesOn, true));
        });
        return renewed.map(registration -> "redirect:/done/" + registration.reference())
                .orElse("redirect:/mine");
    }

    private String ownPage(UUID form, HttpServletRequest request, Model model) {
        return service.ownRenewal(PortalSession.of(request).proven())
                .map(offer -> offerPage(offer, "/renew", form, model))
                .orElse("redirect:/mine");
    }

    private String offerPage(
            String token, UUID form, HttpServletRequest request, HttpServletResponse response, Model model) {
        RenewalOutcome answer = service.renewal(token, from(request));
        if (answer instanceof RenewalOutcome.Offer offer) {
            return offerPage(offer, "/renew/" + token, form, model);
        }
        return noOffer(answer, request, response, model);
    }

    private String offerPage(RenewalOutcome.Offer offer, String path, UUID form, Model model) {
        LineNames lines = new LineNames(service.lines());
        LocalDate today = BusinessTime.today(clock);
        ChangeView.of(offer.change()).addTo(model);
        model.addAttribute(LineNames.ON_PAGES, lines);
        model.addAttribute("registration", offer.registration());
        model.addAttribute(
                "openLines",
                lines.openOn(today).stream()
                        .map(BusinessLine::code)
                        .filter(offer.registration().lines()::contains)
                        .toList());
        model.addAttribute("here", path);
        model.addAttribute("consent", ConsentText.VERSION);
        model.addAttribute("request", form);
        return "renew";
    }

    /**
     * The page does not show whether a link is unknown, used or expired. A visitor with a proof reads what is
     * registered for this number.
     */
    private String noOffer(
            RenewalOutcome answer, HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean tooMany = answer instanceof RenewalOutcome.TooMany;
        PortalSession session = PortalSession.of(request);
        try {
            session.findProven()
                    .filter(proven -> !tooMany)
                    .map(service::registration)
                    .ifPresent(status -> model.addAttribute("own", status));
        } catch (NoProofException expired) {
            session.removeProof();
            model.addAttribute("masked", null);
        }
        response.setStatus((tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.NOT_FOUND).value());
        model.addAttribute("here", "/");
        model.addAttribute("what", tooMany ? "renew-too-many" : "renew");
        return "sorry";
    }

    private static Visitor from(HttpServletRequest request) {
        return Visitor.at(request.getRemoteAddr());
    }
}
