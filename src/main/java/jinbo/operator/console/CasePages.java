package jinbo.operator.console;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.Cases;
import jinbo.cases.ViolationGround;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.cases.CaseOperations.ShowCase;
import jinbo.operator.cases.CaseOperations.WeighCaseEvidence;
import jinbo.operator.cases.EvidenceSheet;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.AccessPurpose;
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
record CasePages(
        Cases cases,
        Sanctions sanctions,
        Insurers insurers,
        OpenedEvidence opened,
        PageOperations operations,
        Clock clock) {

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

    @GetMapping("/{number}")
    String one(@PathVariable String number, Locale locale, HttpSession session, Model model) {
        CaseSummary summary = find(number);
        model.addAttribute("row", Row.of(summary, today()));
        model.addAttribute(
                "insurerName",
                summary.insurer().flatMap(insurers::find).map(Insurer::name).orElse(""));
        model.addAttribute("forms", CaseForms.of(summary, insurers.all(), today()));
        model.addAttribute("grounds", ViolationGround.values());
        model.addAttribute(
                "evidence",
                opened.find(session, summary.number())
                        .map(sheet -> opened.shown(sheet, locale))
                        .orElse(null));
        model.addAttribute(
                "sanctions",
                sanctions.all().stream()
                        .filter(sanction -> sanction.cases().contains(summary.number()))
                        .map(SanctionPages.Row::of)
                        .toList());
        return "case";
    }

    @PostMapping("/{number}")
    String whole(
            @PathVariable String number,
            @RequestParam FormValue reason,
            Locale locale,
            HttpSession session,
            Model model) {
        CaseNumber known = find(number).number();
        model.addAttribute("answer", operations.ask(() -> new ShowCase(known, reason.as(AccessPurpose.class))));
        return one(number, locale, session, model);
    }

    @PostMapping("/{number}/evidence")
    String evidence(
            @PathVariable String number,
            @RequestParam FormValue reason,
            Locale locale,
            HttpSession session,
            Model model) {
        CaseNumber known = find(number).number();
        PageAnswer answer =
                operations.ask(() -> new WeighCaseEvidence(known, reason.as(AccessPurpose.class), Optional.empty()));
        model.addAttribute("weighed", answer);
        answer.result(EvidenceSheet.class).ifPresent(sheet -> opened.keep(session, sheet));
        return one(number, locale, session, model);
    }

    private CaseSummary find(String number) {
        return CaseNumber.typed(number)
                .flatMap(cases::find)
                .orElseThrow(() -> new NoSuchThingException("case of this number"));
    }

    private LocalDate today() {
        return BusinessTime.dateOf(clock.instant());
    }

    /**
     * What the state of a case lets people ask for; the commands look again.
     *
     * @param rulings what it can be decided to have been; none if it is not to be decided now
     * @param insurers to whom it can be assigned; none if it is decided
     * @param contestable whether the decision goes against the consumer, who can contest it
     */
    public record CaseForms(List<CaseRuling> rulings, List<Insurer> insurers, boolean contestable) {

        static CaseForms of(CaseSummary summary, List<Insurer> insurers, LocalDate today) {
            CaseState state = summary.state();
            boolean heard = state != CaseState.SENT || summary.isOverdue(today);
            return new CaseForms(
                    Arrays.stream(CaseRuling.values())
                            .filter(ruling -> heard && state.canBecome(ruling.decided()))
                            .toList(),
                    insurers.stream()
                            .filter(insurer -> state.canBecome(CaseState.OPEN)
                                    && insurer.departure().isEmpty())
                            .toList(),
                    state == CaseState.DISMISSED
                            && summary.dueOn().filter(today::isAfter).isEmpty());
        }
    }
}
