package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.consumer.Confirmation;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.NumberStatus;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.ProvenNumber;
import jinbo.consumer.RegistrationReference;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages with the registrations of a number and their confirmations. */
@PortalPage
record RegistrationPages(ConsumerService service) {

    @GetMapping("/mine")
    String mine(HttpServletRequest request, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        NumberStatus numberStatus = service.registration(portalSession.proven());
        numberStatus.registrations().stream().findFirst().ifPresent(portalSession::setRegistration);
        model.addAttribute("status", numberStatus);
        addNames(service, model);
        return "mine";
    }

    @GetMapping("/done/{reference}")
    String done(@PathVariable String reference, HttpServletRequest request, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        service.requireProof(portalSession.proven());
        Optional<ConsumerRegistration> registered = portalSession
                .lastRegistration()
                .filter(registration -> registration.reference().value().equals(reference));
        model.addAttribute("registration", registered.orElseThrow(NoSuchPageException::new));
        model.addAttribute("affected", portalSession.affected());
        addNames(service, model);
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

    @GetMapping("/confirmation/{reference}")
    String confirmation(@PathVariable String reference, HttpServletRequest request, Model model) {
        Confirmation confirmation = confirmation(reference, request);
        model.addAttribute("confirmation", confirmation);
        PortalSession portalSession = PortalSession.of(request);
        Optional<RegistrationReference> last = portalSession.lastRegistration().map(ConsumerRegistration::reference);
        boolean isLast = last.equals(Optional.of(confirmation.registration().reference()));
        // the session knows this only of the registration that it made
        model.addAttribute("bound", !isLast || portalSession.affected().goesOn());
        addNames(service, model);
        model.addAttribute("number", portalSession.proven().mobile().digits());
        return "confirmation";
    }

    @GetMapping("/confirmation/{reference}/note")
    ResponseEntity<byte[]> note(@PathVariable String reference, HttpServletRequest request) {
        Confirmation confirmation = confirmation(reference, request);
        return file("plain", "jinbo-" + confirmation.registration().reference() + ".txt", confirmation.note());
    }

    @GetMapping("/confirmation/{reference}/proof")
    ResponseEntity<byte[]> proof(@PathVariable String reference, HttpServletRequest request) {
        Confirmation confirmation = confirmation(reference, request);
        return file("plain", "jinbo-" + confirmation.registration().reference() + ".tlog-proof", confirmation.proof());
    }

    @GetMapping("/confirmation-key")
    ResponseEntity<byte[]> key() {
        return file("plain", "jinbo-confirmations.vkey", service.confirmationKey() + "\n");
    }

    private Confirmation confirmation(String reference, HttpServletRequest request) {
        RegistrationReference of = RegistrationReference.read(reference).orElseThrow(NoSuchPageException::new);
        return service.confirmation(PortalSession.of(request).proven(), of).orElseThrow(NoSuchPageException::new);
    }

    /** Adds the names of insurers and of lines of business. */
    static void addNames(ConsumerService service, Model model) {
        model.addAttribute(
                "names",
                service.insurers().stream().collect(Collectors.toMap(OfferedInsurer::code, OfferedInsurer::name)));
        model.addAttribute(LineNames.ON_PAGES, new LineNames(service.lines()));
    }

    static ResponseEntity<byte[]> file(String subtype, String name, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
