package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallComplaintError;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.Cases.ConsumerCase;
import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerService;
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

    private static final String OTHER_DAY = "other";
    private static final DateTimeFormatter PARTS_OF_DAY =
            DateTimeFormatter.ofPattern("u-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The input as typed, to show the form again with it. */
    public record Typed(Map<String, String> fields) {

        public String of(String field) {
            return fields.getOrDefault(field, "");
        }

        /** @throws DateTimeException if no day is chosen, or the parts of another day are not a date */
        LocalDate day() {
            return of("day").equals(OTHER_DAY)
                    ? LocalDate.parse(
                            Stream.of("year", "month", "date")
                                    .map(part -> of(part).strip())
                                    .collect(Collectors.joining("-")),
                            PARTS_OF_DAY)
                    : LocalDate.parse(of("day"));
        }

        /** @throws DateTimeException if no hour is chosen */
        LocalTime time() {
            String minute = of("minute");
            return LocalTime.parse(minute.isEmpty() ? of("time") : of("time").replace(":00", ":" + minute));
        }
    }

    @GetMapping("/complain")
    String form(HttpServletRequest request, Model model) {
        service.requireProof(PortalSession.of(request).proven());
        return formPage(new Typed(Map.of()), UUID.randomUUID(), model);
    }

    /** Shows the form again, with what was typed. */
    @PostMapping("/complain/edit")
    String edit(
            @RequestParam Map<String, String> fields,
            @RequestParam UUID form,
            HttpServletRequest request,
            Model model) {
        service.requireProof(PortalSession.of(request).proven());
        return formPage(new Typed(fields), form, model);
    }

    /** Shows the complaint before it is sent. */
    @PostMapping("/complain/preview")
    String preview(
            @RequestParam Map<String, String> fields,
            @RequestParam UUID form,
            HttpServletRequest request,
            Model model) {
        ProvenNumber number = PortalSession.of(request).proven();
        service.requireProof(number);
        Typed typed = new Typed(fields);
        Optional<CallComplaint> complaint = complaint(number, typed, FormErrors.of(model));
        if (!FormErrors.of(model).isEmpty()) {
            return formPage(typed, form, model);
        }
        RegistrationPages.addNames(service, model);
        model.addAttribute("complaint", complaint.orElseThrow());
        model.addAttribute("typed", typed);
        model.addAttribute("request", form);
        model.addAttribute("consent", ConsentText.OF_COMPLAINTS);
        return "complain-preview";
    }

    @PostMapping("/complain")
    String complain(
            @RequestParam Map<String, String> fields,
            @RequestParam UUID form,
            @RequestParam Optional<String> consent,
            HttpServletRequest request,
            RedirectAttributes redirected,
            Model model) {
        if (!consent.equals(Optional.of(ConsentText.OF_COMPLAINTS))) {
            String page = preview(fields, form, request, model);
            if (FormErrors.of(model).isEmpty()) {
                FormErrors.of(model).add("consent", "complain.no-consent");
            }
            return page;
        }
        ProvenNumber number = PortalSession.of(request).proven();
        Typed typed = new Typed(fields);
        FormErrors errors = FormErrors.of(model);
        Optional<CallComplaint> complaint = complaint(number, typed, errors);
        if (!errors.isEmpty()) {
            service.requireProof(number);
            return formPage(typed, form, model);
        }
        Optional<CaseNumber> opened =
                read(errors, "words", () -> service.complain(number, complaint.orElseThrow(), form, consent));
        opened.ifPresent(one -> redirected.addFlashAttribute("sent", true));
        return opened.map(one -> "redirect:/complaints/" + one).orElseGet(() -> formPage(typed, form, model));
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
        RegistrationPages.addNames(service, model);
        ConsumerCase consumerCase = find(
                        wanted, service.complaints(PortalSession.of(request).proven()))
                .orElseThrow(NoSuchPageException::new);
        model.addAttribute("consumerCase", consumerCase);
        model.addAttribute("complaint", consumerCase.summary());
        model.addAttribute("words", words);
        model.addAttribute("longest", CallComplaint.LONGEST);
        model.addAttribute(
                "late",
                consumerCase.dueOn().filter(BusinessTime.today(clock)::isAfter).isPresent());
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

    private String listPage(List<ConsumerCase> all, Model model) {
        RegistrationPages.addNames(service, model);
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
        Optional<LocalDate> day = read(errors, "day", typed::day);
        Optional<LocalTime> time = read(errors, "time", typed::time);
        Optional<CallerNumber> caller = typed.of("caller").isBlank()
                ? Optional.empty()
                : read(
                        errors,
                        "caller",
                        () -> CallerNumber.typed(typed.of("caller").strip()));
        Optional<CallPurpose> purpose = Arrays.stream(CallPurpose.values())
                .filter(one -> one.name().equals(typed.of("purpose")))
                .findFirst();
        if (purpose.isEmpty()) {
            errors.add("purpose", "complain.no-purpose");
        }
        Instant now = clock.instant();
        return read(errors, "words", () -> {
            CallComplaint complaint = new CallComplaint(
                    number.mobile(),
                    Optional.of(typed.of("insurer")).filter(InsurerCode::isCode).map(InsurerCode::new),
                    offeredLines().stream()
                            .map(BusinessLine::code)
                            .filter(code -> code.value().equals(typed.of("line")))
                            .findFirst(),
                    caller,
                    day.flatMap(on -> time.map(on::atTime))
                            .map(at -> at.atZone(BusinessTime.ZONE).toInstant())
                            .orElse(now),
                    purpose.orElse(CallPurpose.OTHER),
                    typed.of("words"));
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
        model.addAttribute(
                "recentDays",
                List.of(BusinessTime.today(clock), BusinessTime.today(clock).minusDays(1)));
        model.addAttribute("otherDay", OTHER_DAY);
        model.addAttribute("purposes", CallPurpose.values());
        model.addAttribute("insurers", service.insurers());
        model.addAttribute("lines", offeredLines());
        model.addAttribute("longest", CallComplaint.LONGEST);
        return "complain";
    }

    private List<BusinessLine> offeredLines() {
        return new LineNames(service.lines()).openOn(BusinessTime.today(clock));
    }
}
