package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.cases.AssignCase;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseParty;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.Cases;
import jinbo.cases.Cases.CaseFilter;
import jinbo.cases.Salesperson;
import jinbo.cases.ViolationGround;
import jinbo.cases.evidence.Statement;
import jinbo.cases.evidence.StatementType;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.cases.CaseOperations.AssignCaseTo;
import jinbo.operator.cases.CaseOperations.ContestDecision;
import jinbo.operator.cases.CaseOperations.DecideOnCase;
import jinbo.operator.cases.CaseOperations.OpenCase;
import jinbo.operator.cases.CaseOperations.ShowCase;
import jinbo.operator.cases.CaseOperations.WeighCaseEvidence;
import jinbo.operator.cases.CaseSheet;
import jinbo.operator.cases.CaseSheet.DecisionLine;
import jinbo.operator.cases.EvidenceSha256;
import jinbo.operator.cases.EvidenceSheet;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.operator.console.PageFormat.RelativeTime;
import jinbo.operator.console.RequestPages.RequestSubjects;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationNumber;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Consumers' complaints about calls: the list, a page for each case, and the forms that change a case. */
@ConsolePage
@RequestMapping("/cases")
record CasePages(
        Cases cases,
        AssignCase assignment,
        Sanctions sanctions,
        BusinessLines lines,
        Insurers insurers,
        Lists lists,
        OpenedEvidence opened,
        RequestSubjects people,
        PageOperations operations,
        Clock clock) {

    private static final String OVERDUE = "OVERDUE";
    private static final Set<CaseState> RULED = Set.of(CaseState.UPHELD, CaseState.DISMISSED);

    private static final Layout LAYOUT = new Layout(
            "cases",
            ListView.column("cases.number"),
            ListView.column("cases.insurer"),
            ListView.column("cases.line"),
            ListView.column("cases.called"),
            ListView.column("cases.purpose"),
            ListView.column("cases.state"),
            ListView.column("cases.since"),
            ListView.column("cases.due"));

    @GetMapping
    Object list(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        LocalDate today = BusinessTime.today(clock);
        Optional<CaseNumber> wanted = CaseNumber.typed(query.of("number"));
        if (wanted.flatMap(cases::find).isPresent()) {
            return "redirect:/cases/" + wanted.get();
        }
        CaseFilter filter = new CaseFilter(
                lists.insurer(query),
                query.find("state", CaseState.class),
                query.of("state").equals(OVERDUE) ? Optional.of(today) : Optional.empty());
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        List<CaseSummary> notClosed = cases.notClosed(filter.insurer());
        Option[] states = Stream.concat(
                        Stream.of(new Option(OVERDUE, "cases.overdue")
                                .counted(notClosed.stream()
                                        .filter(one -> one.isOverdue(today))
                                        .count())),
                        Stream.of(CaseState.values()).map(state -> tab(state, notClosed)))
                .toArray(Option[]::new);
        return lists.show(
                LAYOUT.page(
                        query,
                        List.of(
                                Filter.tabs("state", "cases.state", states),
                                Filter.of("number", "cases.find", ListView.Kind.TEXT),
                                lists.insurerFilter()),
                        (query.of("number").isEmpty() ? read(filter, query) : List.<CaseSummary>of())
                                .stream()
                                        .map(summary -> row(summary, today, insurers))
                                        .toList()),
                "cases",
                model);
    }

    /** The tab of a state, with the number of its cases unless that is 0 or the cases are closed. */
    private static Option tab(CaseState state, List<CaseSummary> notClosed) {
        Option tab = new Option(state.name(), "case." + state);
        long count = notClosed.stream().filter(one -> one.state() == state).count();
        return count == 0 ? tab : tab.counted(count);
    }

    private List<CaseSummary> read(CaseFilter filter, ListQuery query) {
        List<CaseSummary> read = new ArrayList<>();
        int before;
        do {
            before = read.size();
            read.addAll(cases.newest(filter, Math.min(Cases.MOST, query.limit() - before), query.offset() + before));
        } while (read.size() < query.limit() && read.size() - before == Cases.MOST);
        return read;
    }

    @GetMapping("/new")
    String newCase(Model model) {
        model.addAttribute("today", BusinessTime.today(clock));
        model.addAttribute("purposes", CallPurpose.values());
        model.addAttribute("insurers", insurers.all());
        model.addAttribute("lines", lines.openOn(BusinessTime.today(clock)));
        return "case-new";
    }

    @PostMapping
    String open(
            @RequestParam String number,
            @RequestParam FormValue day,
            @RequestParam FormValue time,
            @RequestParam CallPurpose purpose,
            @RequestParam FormValue insurer,
            @RequestParam FormValue line,
            @RequestParam FormValue caller,
            @RequestParam FormValue reason) {
        return operations.submit(
                "/cases/new",
                () -> new OpenCase(
                        OperationNumber.typed(number),
                        reason.as(AccessPurpose.class),
                        new FormValue(day.text() + "T" + time.text() + "+08:00").as(Moment.class),
                        purpose,
                        insurer.find(InsurerCode.class),
                        line.find(LineCode.class),
                        caller.find(String.class).map(HiddenText::new),
                        Optional.empty()));
    }

    private Row row(CaseSummary summary, LocalDate today, Function<InsurerCode, Cell> insurers) {
        String number = summary.number().value();
        Cell due = Cell.text(PageFormat.orNothing(summary.dueOn()));
        return new Row(
                number,
                Cell.text(number).to("/cases/" + number),
                summary.insurer().map(insurers).orElse(Cell.NOTHING),
                summary.businessLine().map(Cell::text).orElse(Cell.NOTHING),
                Cell.time(summary.calledAt(), clock.instant()),
                Cell.message("purpose." + summary.purpose()),
                Cell.mark("case.", summary.state().name()),
                Cell.time(summary.since(), clock.instant()),
                summary.isOverdue(today) ? due.note(lists.message("cases.overdue")) : due);
    }

    /** @param due the last day for the next step */
    public record Summary(
            String number,
            String calledAt,
            String purpose,
            String state,
            String opened,
            Optional<RelativeTime> due,
            boolean overdue) {

        static Summary of(CaseSummary summary, Instant now) {
            return new Summary(
                    summary.number().value(),
                    PageFormat.time(summary.calledAt()),
                    summary.purpose().name(),
                    summary.state().name(),
                    PageFormat.time(summary.openedAt()),
                    summary.dueOn().map(day -> RelativeTime.of(day.toString(), endOf(day), now)),
                    summary.isOverdue(BusinessTime.dateOf(now)));
        }

        private static Instant endOf(LocalDate day) {
            return day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
        }
    }

    /** The decision that stands; {@code confirmedBy} is empty if one person has decided. */
    public record Ruling(
            CaseRuling ruling,
            List<ViolationGround> grounds,
            String at,
            String decidedBy,
            String confirmedBy,
            String reason) {}

    private Optional<Ruling> ruling(CaseSummary summary) {
        return summary.state().isDecided()
                ? cases.decisions(summary.number()).stream()
                        .reduce((first, last) -> last)
                        .map(decision -> new Ruling(
                                decision.ruling(),
                                decision.grounds().stream().sorted().toList(),
                                PageFormat.time(decision.at()),
                                people.name(decision.decidedBy()),
                                decision.confirmedBy().map(people::name).orElse(""),
                                decision.reason()))
                : Optional.empty();
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Locale locale, HttpSession session, Model model) {
        CaseSummary summary = find(number);
        model.addAttribute("row", Summary.of(summary, clock.instant()));
        model.addAttribute("insurer", summary.insurer().flatMap(insurers::find).orElse(null));
        model.addAttribute("line", summary.businessLine().flatMap(lines::find).orElse(null));
        model.addAttribute("decided", ruling(summary).orElse(null));
        List<Insurer> assignable = assignment.isPossible(summary.number()) ? insurers.all() : List.of();
        model.addAttribute("forms", CaseForms.of(summary, assignable, BusinessTime.today(clock)));
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
    String showWhole(
            @PathVariable String number,
            @RequestParam FormValue reason,
            Locale locale,
            HttpSession session,
            Model model) {
        open(find(number).number(), reason, locale, model);
        return show(number, locale, session, model);
    }

    private void open(CaseNumber number, FormValue reason, Locale locale, Model model) {
        PageAnswer answer = operations.execute(() -> new ShowCase(number, reason.as(AccessPurpose.class)));
        answer.result(CaseSheet.class)
                .ifPresentOrElse(
                        sheet -> model.addAttribute("complaint", complaint(sheet, locale)),
                        () -> model.addAttribute("answer", answer));
    }

    /** The part of a case that the page shows only after a reason was given. Unknown values are empty. */
    public record Complaint(
            String source,
            String unit,
            String salesperson,
            boolean erased,
            String caller,
            String words,
            List<Reply> replies,
            List<Step> history) {

        /** An answer of an insurer. */
        public record Reply(String insurer, String at, String kind, String text) {}

        /** A change of state; {@code ruling} is empty unless the case was decided. */
        public record Step(String at, String state, String who, String ruling, String reason) {}
    }

    private Complaint complaint(CaseSheet sheet, Locale locale) {
        Iterator<DecisionLine> decisions = sheet.decisions().iterator();
        return new Complaint(
                opened.valueText(sheet.source().name(), "", locale),
                sheet.party().flatMap(CaseParty::unit).map(UnitCode::value).orElse(""),
                sheet.party()
                        .flatMap(CaseParty::salesperson)
                        .map(Salesperson::value)
                        .orElse(""),
                sheet.erased(),
                sheet.caller().orElse(""),
                sheet.words().orElse(""),
                sheet.answers().stream().map(said -> reply(said, locale)).toList(),
                sheet.history().stream()
                        .map(event -> new Complaint.Step(
                                PageFormat.time(event.at()),
                                event.state().name(),
                                Stream.of(event.actor().split(", confirmed by "))
                                        .map(name -> opened.valueText(name, people.name(name), locale))
                                        .collect(Collectors.joining(" + ")),
                                RULED.contains(event.state()) && decisions.hasNext()
                                        ? decisions.next().ruling().name()
                                        : "",
                                event.reason().map(PageFormat::recorded).orElse("")))
                        .toList());
    }

    private Complaint.Reply reply(CaseSheet.Said said, Locale locale) {
        return new Complaint.Reply(
                said.insurer().value(),
                PageFormat.time(said.receivedAt()),
                said.answer().name(),
                said.dispute()
                        .map(why -> opened.valueText(why.name(), "", locale))
                        .or(() -> said.exemption().map(claim -> opened.answers().text(claim, locale)))
                        .map(text -> said.words().isEmpty() ? text : text + " · " + said.words())
                        .orElse(said.words()));
    }

    /**
     * Opens the evidence of a case.
     *
     * @param reason the purpose of this access and, if {@code whole}, of that to the complaint
     * @param whole true if the page then also shows the complaint
     * @param request the request whose page is shown next; if empty, the page of the case is shown
     */
    @PostMapping("/{number}/evidence")
    String evidence(
            @PathVariable String number,
            @RequestParam FormValue reason,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam Optional<Long> request,
            Locale locale,
            HttpSession session,
            Model model) {
        CaseNumber known = find(number).number();
        PageAnswer answer = operations.execute(
                () -> new WeighCaseEvidence(known, reason.as(AccessPurpose.class), Optional.empty()));
        answer.result(EvidenceSheet.class).ifPresent(sheet -> opened.keep(session, sheet));
        if (request.isPresent()) {
            if (answer.end() == PageAnswer.End.NOT_DONE) {
                PageOperations.keepForNextPage(answer);
            }
            return "redirect:/requests/" + request.get();
        }
        model.addAttribute("weighed", answer);
        if (whole && answer.end() != PageAnswer.End.NOT_DONE) {
            open(known, reason, locale, model);
        }
        return show(number, locale, session, model);
    }

    private CaseSummary find(String number) {
        return cases.find(number(number)).orElseThrow(() -> new NoSuchThingException("case with this number"));
    }

    private static CaseNumber number(String typed) {
        return CaseNumber.typed(typed).orElseThrow(() -> new NoSuchThingException("case with this number"));
    }

    @PostMapping("/{number}/assign")
    String assign(
            @PathVariable String number,
            @RequestParam FormValue insurer,
            @RequestParam FormValue unit,
            @RequestParam FormValue salesperson,
            @RequestParam FormValue reason) {
        return submit(
                number,
                known -> new AssignCaseTo(
                        known,
                        insurer.as(InsurerCode.class),
                        unit.find(UnitCode.class),
                        salesperson.find(Salesperson.class),
                        reason.as(AccessPurpose.class)));
    }

    @PostMapping("/{number}/decide")
    String decide(
            HttpSession session,
            @PathVariable String number,
            @RequestParam FormValue ruling,
            @RequestParam(defaultValue = "") List<ViolationGround> ground,
            @RequestParam FormValue evidence,
            @RequestParam FormValue reason) {
        return submit(
                number,
                known -> new DecideOnCase(
                        known,
                        ruling.as(CaseRuling.class),
                        ground,
                        Optional.of(opened.require(session, known, evidence.text())),
                        reason.as(AccessPurpose.class)));
    }

    @PostMapping("/{number}/contest")
    String contest(@PathVariable String number, @RequestParam FormValue reason) {
        return submit(number, known -> new ContestDecision(known, reason.as(AccessPurpose.class)));
    }

    private String submit(String number, Function<CaseNumber, Operation> form) {
        CaseNumber known = number(number);
        return operations.submit("/cases/" + known, () -> form.apply(known));
    }

    /** What the state of a case allows: rulings, assignments to insurers, and an appeal of the consumer. */
    public record CaseForms(List<CaseRuling> rulings, List<Insurer> insurers, boolean contestable) {

        static CaseForms of(CaseSummary summary, List<Insurer> insurers, LocalDate today) {
            CaseState state = summary.state();
            boolean heard = state != CaseState.SENT || summary.isOverdue(today);
            return new CaseForms(
                    Arrays.stream(CaseRuling.values())
                            .filter(ruling -> heard && state.canBecome(ruling.decided()))
                            .toList(),
                    insurers.stream()
                            .filter(insurer -> insurer.departure().isEmpty())
                            .toList(),
                    state == CaseState.DISMISSED
                            && summary.dueOn().filter(today::isAfter).isEmpty());
        }
    }

    /** Keeps in the session the evidence that the signed-in person has opened; it contains no phone numbers. */
    record OpenedEvidence(ConsoleAnswers answers, MessageSource messages) {

        /** Matches unknown values ("-") with their names. Only for statements without free text, which it might cut. */
        private static final Pattern UNKNOWN = Pattern.compile("[,;，；] ?[^,;，；。]*[ ：:]-(?=[,;.，；。])");

        private static final Set<StatementType> OF_THE_CALL = Set.of(StatementType.CALL, StatementType.PARTY);

        private static final EvidenceSha256 OF_NOTHING = new EvidenceSha256("0".repeat(64));

        /** {@code proposed} is the code of a ruling; if it is empty, {@code nothing} is the code of the reason. */
        public record Shown(
                String sha256, String proposed, List<ViolationGround> grounds, String nothing, List<Fact> facts) {}

        public record Fact(String says, String source, String entry) {}

        void keep(HttpSession session, EvidenceSheet sheet) {
            session.setAttribute(key(sheet.number()), sheet);
        }

        Optional<EvidenceSheet> find(HttpSession session, CaseNumber number) {
            return session.getAttribute(key(number)) instanceof EvidenceSheet sheet
                    ? Optional.of(sheet)
                    : Optional.empty();
        }

        /** The key names the person, because another person may sign in before the first one has signed out. */
        private static String key(CaseNumber number) {
            return "evidence of " + number + ", opened by "
                    + PageOperations.Visitor.current().person().name();
        }

        /** Returns the hash from a form if this person has opened that evidence, or else a hash that matches none. */
        EvidenceSha256 require(HttpSession session, CaseNumber number, String sha256) {
            return find(session, number)
                    .map(EvidenceSheet::sha256)
                    .filter(sha256::equals)
                    .map(EvidenceSha256::new)
                    .orElse(OF_NOTHING);
        }

        /** Returns the words for a value in the data of a case. */
        String valueText(String value, String unknown, Locale locale) {
            return Objects.requireNonNull(messages.getMessage("value." + value, new Object[0], unknown, locale));
        }

        Shown shown(EvidenceSheet sheet, Locale locale) {
            return new Shown(
                    sheet.sha256(),
                    sheet.proposed().map(Enum::name).orElse(""),
                    sheet.grounds(),
                    sheet.nothing().map(Enum::name).orElse(""),
                    sheet.statements().stream()
                            .map(statement -> fact(withNames(statement, locale), statement.accessLogIndex(), locale))
                            .toList());
        }

        private Fact fact(EvidenceSheet.StatementLine statement, Optional<Long> entry, Locale locale) {
            return new Fact(
                    says(statement, locale),
                    statement.source() == Statement.Source.Kind.SETTINGS
                            ? valueText(statement.name(), statement.name(), locale)
                            : answers.text(statement, "origin", locale),
                    entry.map(String::valueOf).orElse(""));
        }

        private String says(EvidenceSheet.StatementLine statement, Locale locale) {
            String says = answers.text(statement, "says", locale);
            return OF_THE_CALL.contains(statement.says())
                    ? UNKNOWN.matcher(says).replaceAll("")
                    : says;
        }

        /** Writes values in words, and leaves out the entry of the access log, which the page shows as a link. */
        private EvidenceSheet.StatementLine withNames(EvidenceSheet.StatementLine line, Locale locale) {
            return new EvidenceSheet.StatementLine(
                    line.says(),
                    line.values().stream()
                            .map(value -> valueText(value, value, locale))
                            .toList(),
                    line.source(),
                    line.name(),
                    line.line(),
                    Optional.empty());
        }
    }
}
