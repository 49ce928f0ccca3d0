package jinbo.operator.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSummary;
import jinbo.cases.Cases;
import jinbo.cases.ViolationGround;
import jinbo.cases.sanction.Sanctions;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.SignedInPerson;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Consumers' complaints about calls: how each stands, and one whole for a reason that becomes an entry of the access log. */
@ConsolePage
@RequestMapping("/cases")
class CasePages {

    private static final int NEWEST = 200;

    private final Cases cases;
    private final Sanctions sanctions;
    private final Insurers insurers;
    private final PageCommands pageCommands;
    private final Clock clock;

    CasePages(Cases cases, Sanctions sanctions, Insurers insurers, PageCommands pageCommands, Clock clock) {
        this.cases = cases;
        this.sanctions = sanctions;
        this.insurers = insurers;
        this.pageCommands = pageCommands;
        this.clock = clock;
    }

    /**
     * A case, without anything by which somebody could be known.
     *
     * @param number its number
     * @param insurer in whose name the call was, if the consumer knew
     * @param line what the call was to sell, if the consumer knew
     * @param calledAt when the call was
     * @param purpose what for
     * @param state how it stands
     * @param since since when
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
    String whole(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            @PathVariable String number,
            @RequestParam String reason,
            Model model) {
        return asked("show", "whole", by, locale, number, reason, model);
    }

    @PostMapping("/{number}/evidence")
    String evidence(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            @PathVariable String number,
            @RequestParam String reason,
            Model model) {
        return asked("evidence", "evidence", by, locale, number, reason, model);
    }

    private String asked(
            String command, String title, SignedInPerson by, Locale locale, String number, String reason, Model model) {
        List<String> words = CommandLineBuilder.of("case", command)
                .option("--reason", reason)
                .value(number)
                .list();
        model.addAttribute("asked", title);
        model.addAttribute("answer", pageCommands.ask(by, locale, words));
        return page(number, model);
    }

    private String page(String number, Model model) {
        CaseSummary summary = CaseNumber.typed(number)
                .flatMap(cases::find)
                .orElseThrow(() -> new NoSuchThingException("case of this number"));
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

    private LocalDate today() {
        return BusinessTime.dateOf(clock.instant());
    }
}
