package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallComplaintError;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.Cases.ConsumerCase;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages to complain about a call and to follow the cases. */
@PortalPage
record ComplaintPages(ConsumerService service, Clock clock) {

    /** The input as typed, to show the form again with it. */
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
            RedirectAttributes redirected,
            Model model) {
        ProvenNumber number = PortalSession.of(request).proven();
        Typed typed = new Typed(insurer, line, caller.strip(), day, time, purpose, words);
        FormErrors errors = FormErrors.of(model);
        Optional<CallComplaint> complaint = complaint(number, typed, errors);
        if (!consent.equals(Optional.of(ConsentText.OF_COMPLAINTS))) {
            errors.add("consent", "complain.no-consent");
        }
        if (errors.isEmpty()) {
            Optional<CaseNumber> opened =
                    read(errors, "consent", () -> service.complain(number, complaint.orElseThrow(), form, consent));
            if (opened.isPresent()) {
                redirected.addFlashAttribute("sent", true);
                return "redirect:/complaints/" + opened.get();
            }
        } else {
            service.requireProof(number);
        }
        return formPage(typed, form, model);
    }

    @GetMapping("/complaints")
    String all(HttpServletRequest request, Model model) {
        return listPage(service.complaints(PortalSession.of(request).proven()), model);
    }

    /** Opens the case whose number the consumer enters. */
    @PostMapping("/complaints")
    String find(@RequestParam(defaultValue = "") String number, HttpServletRequest request, Model model) {
        List<ConsumerCase> all = service.complaints(PortalSession.of(request).proven());
        Optional<CaseNumber> wanted = CaseNumber.typed(number);
        if (wanted.flatMap(one -> find(one, all)).isPresent()) {
            return "redirect:/complaints/" + wanted.get();
        }
        FormErrors.of(model).add("number", wanted.isPresent() ? "complaints.not-yours" : "complaints.misread");
        return listPage(all, model);
    }

    @GetMapping("/complaints/{number}")
    String show(@PathVariable String number, HttpServletRequest request, Model model) {
        return casePage(number, "", request, model);
    }

    private String casePage(String number, String words, HttpServletRequest request, Model model) {
        CaseNumber wanted = CaseNumber.typed(number).orElseThrow(NoSuchPageException::new);
        addNames(model);
        ConsumerCase consumerCase = find(
                        wanted, service.complaints(PortalSession.of(request).proven()))
                .orElseThrow(NoSuchPageException::new);
        model.addAttribute(LineNames.ON_PAGES, new LineNames(service.lines()));
        model.addAttribute("consumerCase", consumerCase);
        model.addAttribute("complaint", consumerCase.summary());
        model.addAttribute("words", words);
        model.addAttribute("longest", CallComplaint.LONGEST);
        model.addAttribute("late", consumerCase.dueOn().filter(today()::isAfter).isPresent());
        return "complaint";
    }

    @PostMapping("/complaints/{number}/withdraw")
    String withdraw(@PathVariable String number, HttpServletRequest request) {
        CaseNumber wanted = CaseNumber.typed(number).orElseThrow(NoSuchPageException::new);
        service.withdrawComplaint(PortalSession.of(request).proven(), wanted);
        return "redirect:/complaints/" + wanted;
    }

    @PostMapping("/complaints/{number}/messages")
    String sendMessages(@PathVariable String number, @RequestParam boolean wanted, HttpServletRequest request) {
        CaseNumber complaint = CaseNumber.typed(number).orElseThrow(NoSuchPageException::new);
        service.sendMessages(PortalSession.of(request).proven(), complaint, wanted);
        return "redirect:/complaints/" + complaint;
    }

    @PostMapping("/complaints/{number}/supplement")
    String supplement(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            Model model) {
        CaseNumber wanted = CaseNumber.typed(number).orElseThrow(NoSuchPageException::new);
        Optional<Boolean> added = read(
                FormErrors.of(model),
                "words",
                () -> service.supplementComplaint(PortalSession.of(request).proven(), wanted, words));
        return added.isPresent()
                ? "redirect:/complaints/" + wanted + (added.get() ? "?added" : "")
                : casePage(number, words, request, model);
    }

    private void addNames(Model model) {
        model.addAttribute(
                "names",
                service.insurers().stream().collect(Collectors.toMap(OfferedInsurer::code, OfferedInsurer::name)));
    }

    private String listPage(List<ConsumerCase> all, Model model) {
        addNames(model);
        model.addAttribute("complaints", all.stream().map(ConsumerCase::summary).toList());
        return "complaints";
    }

    private static Optional<ConsumerCase> find(CaseNumber number, List<ConsumerCase> all) {
        return all.stream()
                .filter(consumerCase -> consumerCase.summary().number().equals(number))
                .findFirst();
    }

    /** Reads all fields, so that all errors are shown at once. */
    private Optional<CallComplaint> complaint(ProvenNumber number, Typed typed, FormErrors errors) {
        Optional<CallerNumber> caller = typed.caller().isEmpty()
                ? Optional.empty()
                : read(errors, "caller", () -> CallerNumber.typed(typed.caller()));
        Optional<LocalDate> day = read(errors, "day", () -> LocalDate.parse(typed.day()));
        Optional<LocalTime> time = read(errors, "time", () -> LocalTime.parse(typed.time()));
        Instant now = clock.instant();
        return read(errors, "words", () -> {
            CallComplaint complaint = new CallComplaint(
                    number.mobile(),
                    Optional.of(typed.insurer()).filter(InsurerCode::isCode).map(InsurerCode::new),
                    offeredLines().stream()
                            .map(BusinessLine::code)
                            .filter(code -> code.value().equals(typed.line()))
                            .findFirst(),
                    caller,
                    day.flatMap(on -> time.map(on::atTime))
                            .map(at -> at.atZone(BusinessTime.ZONE).toInstant())
                            .orElse(now),
                    Arrays.stream(CallPurpose.values())
                            .filter(purpose -> purpose.name().equals(typed.purpose()))
                            .findFirst()
                            .orElse(CallPurpose.OTHER),
                    typed.words());
            complaint.requireTimely(now);
            return complaint;
        });
    }

    private static <T> Optional<T> read(FormErrors errors, String field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (CallComplaintException why) {
            errors.add(fieldOf(why.fault()), "complain." + why.fault());
        } catch (DateTimeException why) {
            errors.add(field, "complain.when." + field);
        }
        return Optional.empty();
    }

    private static String fieldOf(CallComplaintError fault) {
        return switch (fault) {
            case CALLER_NUMBER -> "caller";
            case CALL_AHEAD, CALL_LONG_AGO -> "day";
            case LINE_NOT_SOLD -> "line";
            case WORDS_MISSING, WORDS_TOO_LONG, WORDS_UNREADABLE, TOO_MANY -> "words";
        };
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
