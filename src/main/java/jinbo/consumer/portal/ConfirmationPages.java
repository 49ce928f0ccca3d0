package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import jinbo.consumer.Confirmation;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.RegistrationReference;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages to print or download a confirmation and its proof. */
@PortalPage
record ConfirmationPages(ConsumerService service) {

    @GetMapping("/confirmation/{reference}")
    String page(@PathVariable String reference, HttpServletRequest request, Model model) {
        Confirmation confirmation = confirmation(reference, request);
        model.addAttribute("confirmation", confirmation);
        model.addAttribute(
                "names",
                service.insurers().stream().collect(Collectors.toMap(OfferedInsurer::code, OfferedInsurer::name)));
        model.addAttribute(LineNames.ON_PAGES, new LineNames(service.lines()));
        model.addAttribute("number", PortalSession.of(request).proven().mobile().digits());
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

    static ResponseEntity<byte[]> file(String subtype, String name, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
