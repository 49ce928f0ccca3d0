package jinbo.operator.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSummary;
import jinbo.cases.Cases;
import jinbo.cases.ViolationGround;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.cases.CaseOperations.ShowCase;
import jinbo.operator.cases.CaseOperations.WeighCaseEvidence;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Operation;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Consumers' complaints about calls: how each stands, and one whole for a reason that becomes an entry of the access log. */
@ConsolePage
@RequestMapping("/cases")
record CasePages(Cases cases, Sanctions sanctions, Insurers insurers, PageOperations operations, Clock clock) {

    private static final int NEWEST = 200;

    /**
     * A case, without anything by which somebody could be known.
     *
     * @param insurer in whose name the call was, if the consumer knew
     * @param line what the call was to sell, if the consumer knew
     * @param due the last day for what is to happen next
     * @param overdue whether that is past, and somebody is late
     */
    public record Row(
            String number,
            String insurer,
            String line,
            String calledAt,
            String purpose,
            String state,
            String since,
            String due,
            boolean overdue) {

        static Row of(CaseSummary summary, LocalDate today) {
            return new Row(
                    summary.number().value(),
                    PageFormat.orNothing(summary.insurer()),
                    PageFormat.orNothing(summary.businessLine()),
                    PageFormat.time(summary.calledAt()),
                    summary.purpose().name(),
                    summary.state().name(),
                    PageFormat.time(summary.since()),
                    PageFormat.orNothing(summary.dueOn()),
                    summary.isOverdue(today));
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "cases",
                cases.newest(NEWEST).stream()
                        .map(summary -> Row.of(summary, today()))
                        .toList());
        return "cases";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model) {
        return page(number, model);
    }

    @PostMapping("/{number}")
    String whole(@PathVariable String number, @RequestParam FormValue reason, Model model) {
        return asked("whole", number, known -> new ShowCase(known, reason.as(AccessPurpose.class)), model);
    }

    @PostMapping("/{number}/evidence")
    String evidence(@PathVariable String number, @RequestParam FormValue reason, Model model) {
        return asked(
                "evidence",
                number,
                known -> new WeighCaseEvidence(known, reason.as(AccessPurpose.class), Optional.empty()),
                model);
    }

    private String asked(String title, String number, Function<CaseNumber, Operation> form, Model model) {
        CaseSummary summary = find(number);
        model.addAttribute("asked", title);
        model.addAttribute("answer", operations.ask(() -> form.apply(summary.number())));
        return page(number, model);
    }

    private String page(String number, Model model) {
        CaseSummary summary = find(number);
        model.addAttribute("row", Row.of(summary, today()));
        model.addAttribute("forms", CaseForms.of(summary, insurers.all(), today()));
        model.addAttribute("grounds", ViolationGround.values());
        model.addAttribute(
                "sanctions",
                sanctions.all().stream()
                        .filter(sanction -> sanction.cases().contains(summary.number()))
                        .map(SanctionPages.Row::of)
                        .toList());
        return "case";
    }

    private CaseSummary find(String number) {
        return CaseNumber.typed(number)
                .flatMap(cases::find)
                .orElseThrow(() -> new NoSuchThingException("case of this number"));
    }

    private LocalDate today() {
        return BusinessTime.dateOf(clock.instant());
    }
}
