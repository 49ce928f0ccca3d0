package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.ConsumerCase;
import jinbo.consumer.ConsentMissingException;
import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.ProvenNumber;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a complaint about a call from the holder of the number that was called, and tells what has become of it. */
@PortalPage
record ComplaintPages(ConsumerService service, Clock clock) {

    /** What was typed, so that nobody has to type it again. */
    public record Typed(
            String insurer, String line, String caller, String day, String time, String purpose, String words) {}

    @GetMapping("/complain")
    String form(HttpServletRequest request, Model model) {
        service.requireProof(PortalSession.of(request).proven());
        return formPage(
                new Typed("", "", "", today().toString(), "", CallPurpose.SALES.name(), ""), UUID.randomUUID(), model);
    }

    @PostMapping("/complain")
    String complain(
            @RequestParam(defaultValue = "") String insurer,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String caller,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String words,
            @RequestParam UUID form,
            @RequestParam Optional<String> consent,
            HttpServletRequest request,
            Model model) {
        ProvenNumber number = PortalSession.of(request).proven();
        Typed typed = new Typed(insurer, line, caller.strip(), day, time, purpose, words);
        try {
            CaseNumber opened = service.complain(number, complaint(number, typed), form, consent);
            return "redirect:/complaints/" + opened;
        } catch (CallComplaintException why) {
            model.addAttribute("problem", "complain." + why.fault());
        } catch (ConsentMissingException why) {
            model.addAttribute("problem", "complain.no-consent");
        } catch (DateTimeException why) {
            model.addAttribute("problem", "complain.when");
        }
        return formPage(typed, form, model);
    }

    @GetMapping("/complaints")
    String all(HttpServletRequest request, Model model) {
        return listPage(service.complaints(PortalSession.of(request).proven()), model);
    }

    /** By a number that was noted down, as people type it. */
    @PostMapping("/complaints")
    String typed(@RequestParam(defaultValue = "") String number, HttpServletRequest request, Model model) {
        List<ConsumerCase> all = service.complaints(PortalSession.of(request).proven());
        Optional<CaseNumber> wanted = CaseNumber.typed(number);
        if (wanted.flatMap(one -> find(one, all)).isPresent()) {
            return "redirect:/complaints/" + wanted.get();
        }
        model.addAttribute("problem", wanted.isPresent() ? "complaints.not-yours" : "complaints.misread");
        return listPage(all, model);
    }

    @GetMapping("/complaints/{number}")
    String taken(@PathVariable String number, HttpServletRequest request, Model model) {
        CaseNumber wanted = CaseNumber.typed(number).orElseThrow(NoSuchPageException::new);
        model.addAttribute(
                "names",
                service.insurers().stream().collect(Collectors.toMap(OfferedInsurer::code, OfferedInsurer::name)));
        ConsumerCase consumerCase = find(
                        wanted, service.complaints(PortalSession.of(request).proven()))
                .orElseThrow(NoSuchPageException::new);
        model.addAttribute(LineNames.ON_PAGES, new LineNames(service.lines()));
        model.addAttribute("consumerCase", consumerCase);
        model.addAttribute("complaint", consumerCase.summary());
        model.addAttribute("late", consumerCase.dueOn().filter(today()::isAfter).isPresent());
        return "complaint";
    }

    private static String listPage(List<ConsumerCase> all, Model model) {
        model.addAttribute("complaints", all.stream().map(ConsumerCase::summary).toList());
        return "complaints";
    }

    private static Optional<ConsumerCase> find(CaseNumber number, List<ConsumerCase> all) {
        return all.stream()
                .filter(consumerCase -> consumerCase.summary().number().equals(number))
                .findFirst();
    }

    private CallComplaint complaint(ProvenNumber number, Typed typed) {
        return new CallComplaint(
                number.mobile(),
                Optional.of(typed.insurer()).filter(InsurerCode::isCode).map(InsurerCode::new),
                offeredLines().stream()
                        .map(BusinessLine::code)
                        .filter(code -> code.value().equals(typed.line()))
                        .findFirst(),
                Optional.of(typed.caller()).filter(caller -> !caller.isEmpty()).map(CallerNumber::typed),
                LocalDate.parse(typed.day())
                        .atTime(LocalTime.parse(typed.time()))
                        .atZone(BusinessTime.ZONE)
                        .toInstant(),
                Arrays.stream(CallPurpose.values())
                        .filter(purpose -> purpose.name().equals(typed.purpose()))
                        .findFirst()
                        .orElse(CallPurpose.OTHER),
                typed.words());
    }

    private String formPage(Typed typed, UUID request, Model model) {
        model.addAttribute("request", request);
        model.addAttribute("typed", typed);
        model.addAttribute("purposes", CallPurpose.values());
        model.addAttribute("insurers", service.insurers());
        model.addAttribute("lines", offeredLines());
        model.addAttribute("longest", CallComplaint.LONGEST);
        model.addAttribute("consent", ConsentText.OF_COMPLAINTS);
        return "complain";
    }

    private List<BusinessLine> offeredLines() {
        return new LineNames(service.lines()).openOn(today());
    }

    private LocalDate today() {
        return BusinessTime.dateOf(clock.instant());
    }
}
