package jinbo.operator.console;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.operator.audit.AuditOperations.SearchAuditTrail;
import jinbo.operator.audit.NumberTraced;
import jinbo.operator.number.NumberLookedUp;
import jinbo.operator.number.NumberOperations.LookUp;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationNumber;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.PhoneDigits;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whether somebody could call a number at some moment, and where the number has been, for a reason that becomes an entry of the access
 * log. The number is sent in the body, never in an address, and comes back on no page.
 */
@ConsolePage
@RequestMapping("/number")
record NumberPage(
        Insurers insurers, BusinessLines lines, NumberAnswers answers, PageOperations operations, Clock clock) {

    private static final int OF_A_PAGE = 20;
    private static final String FOUND = "number";

    /**
     * What was found, without the number.
     *
     * @param knowledge whether something was registered, as a code
     * @param more whether there is more trace than is shown
     */
    public record Found(
            String at,
            String knowledge,
            List<NumberAnswers.Answer> answers,
            List<NumberAnswers.Trace> trace,
            boolean more,
            PageAnswer traced) {}

    /** What is typed again after an error, and stays for a next question; the number does not. */
    public record Asked(String insurer, String line, String date, String time, String reason) {

        static final Asked NOTHING = new Asked("", "", "", "", "");

        Optional<Moment> moment() {
            return date.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FormValue(time.isEmpty() ? date : date + "T" + time + "+08:00").as(Moment.class));
        }
    }

    @GetMapping
    String asked(HttpSession session, @RequestParam Optional<Integer> page, Model model) {
        if (page.isEmpty()) {
            session.removeAttribute(FOUND);
        }
        return form(model, Asked.NOTHING, session, page.orElse(1));
    }

    @PostMapping
    String ask(
            HttpSession session,
            Locale locale,
            Model model,
            @RequestParam String number,
            @RequestParam FormValue insurer,
            @RequestParam FormValue line,
            @RequestParam FormValue date,
            @RequestParam FormValue time,
            @RequestParam FormValue reason) {
        Asked asked =
                new Asked(insurer.text(), line.text(), date.text(), time.text(), PhoneDigits.masked(reason.text()));
        PageAnswer answer = operations.ask(() -> new LookUp(
                reason.as(AccessPurpose.class),
                insurer.find(InsurerCode.class),
                asked.moment(),
                OperationNumber.typed(number)));
        session.removeAttribute(FOUND);
        answer.result(NumberLookedUp.class).ifPresent(found -> {
            PageAnswer traced = operations.ask(
                    () -> SearchAuditTrail.forNumber(OperationNumber.typed(number), reason.as(AccessPurpose.class)));
            session.setAttribute(FOUND, found(found, traced, known(line), locale));
        });
        model.addAttribute("answer", answer);
        return form(model, asked, session, 1);
    }

    private Found found(NumberLookedUp found, PageAnswer traced, Optional<LineCode> line, Locale locale) {
        Optional<NumberTraced> trace = traced.result(NumberTraced.class);
        return new Found(
                PageFormat.time(found.at()),
                found.knowledge().name(),
                answers.of(found, line, locale),
                trace.map(answers::of).orElse(List.of()),
                trace.filter(any -> any.moreAccesses() || any.moreUploads() || any.moreLists())
                        .isPresent(),
                new PageAnswer(traced.end(), trace.isPresent() ? List.of() : traced.parts()));
    }

    private Optional<LineCode> known(FormValue line) {
        return lines.all().stream()
                .map(BusinessLine::code)
                .filter(code -> code.value().equals(line.text()))
                .findFirst();
    }

    private String form(Model model, Asked asked, HttpSession session, int page) {
        model.addAttribute("typed", asked);
        model.addAttribute("insurers", insurers.all());
        model.addAttribute("lines", lines.all());
        model.addAttribute("today", BusinessTime.dateOf(clock.instant()));
        if (session.getAttribute(FOUND) instanceof Found found) {
            int pages = Math.max(1, (found.trace().size() + OF_A_PAGE - 1) / OF_A_PAGE);
            int shown = Math.max(1, Math.min(page, pages));
            model.addAttribute("found", found);
            model.addAttribute("page", shown);
            model.addAttribute("pages", pages);
            model.addAttribute(
                    "trace",
                    found.trace()
                            .subList(
                                    (shown - 1) * OF_A_PAGE,
                                    Math.min(found.trace().size(), shown * OF_A_PAGE)));
        }
        return "number";
    }
}
