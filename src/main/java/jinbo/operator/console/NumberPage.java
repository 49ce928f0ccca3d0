package jinbo.operator.console;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.EntryPhase;
import jinbo.operator.audit.AuditOperations.SearchAuditTrail;
import jinbo.operator.audit.NumberTraced;
import jinbo.operator.audit.NumberTraced.AuditEntries;
import jinbo.operator.console.PageFormat.RelativeTime;
import jinbo.operator.number.NumberLookedUp;
import jinbo.operator.number.NumberLookedUp.InsurerLookedUp;
import jinbo.operator.number.NumberLookedUp.InsurerLookedUp.ListSheet;
import jinbo.operator.number.NumberOperations.LookUp;
import jinbo.participant.insurer.Insurer;
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
 * Shows which insurers could call a number at some moment, and in which files and accesses the number occurred. The
 * typed reason is recorded in the access log. The number is sent in the body of the request, and no page repeats it.
 */
@ConsolePage
@RequestMapping("/number")
record NumberPage(
        Insurers insurers, BusinessLines lines, NumberAnswers answers, PageOperations operations, Clock clock) {

    private static final int PAGE_SIZE = 20;

    /** What was found about a number, without the number; {@code more} is true if the trace is incomplete. */
    public record Found(
            String at,
            String knowledge,
            List<NumberAnswers.Answer> answers,
            List<NumberAnswers.Trace> trace,
            boolean more,
            PageAnswer traced) {}

    /** The fields of the form that are kept for the next search; the number is not kept. */
    public record Typed(String insurer, String line, String date, String time, String reason) {

        static final Typed NOTHING = new Typed("", "", "", "", "");

        Optional<Moment> moment() {
            return date.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FormValue(time.isEmpty() ? date : date + "T" + time + "+08:00").as(Moment.class));
        }
    }

    @GetMapping
    String show(HttpSession session, @RequestParam Optional<Integer> page, Model model) {
        if (page.isEmpty()) {
            session.removeAttribute(key());
        }
        return form(model, Typed.NOTHING, session, page.orElse(1));
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
        Typed typed =
                new Typed(insurer.text(), line.text(), date.text(), time.text(), PhoneDigits.masked(reason.text()));
        PageAnswer answer = operations.execute(() -> new LookUp(
                reason.as(AccessPurpose.class),
                insurer.find(InsurerCode.class),
                typed.moment(),
                OperationNumber.typed(number)));
        session.removeAttribute(key());
        answer.result(NumberLookedUp.class).ifPresent(found -> {
            PageAnswer traced = operations.execute(
                    () -> SearchAuditTrail.forNumber(OperationNumber.typed(number), reason.as(AccessPurpose.class)));
            session.setAttribute(key(), found(found, traced, known(line), locale));
        });
        model.addAttribute("answer", answer);
        return form(model, typed, session, 1);
    }

    private Found found(NumberLookedUp found, PageAnswer traced, Optional<LineCode> line, Locale locale) {
        Optional<NumberTraced> trace = traced.result(NumberTraced.class);
        return new Found(
                PageFormat.time(found.at()),
                found.knowledge().name(),
                answers.of(found, line, locale),
                trace.map(answers::of).orElse(List.of()),
                trace.filter(any -> any.moreAccesses() || any.moreUploads() || any.moreLists() || any.moreCaseFiles())
                        .isPresent(),
                new PageAnswer(traced.end(), trace.isPresent() ? List.of() : traced.parts()));
    }

    /** The key names the person, because another person may sign in before the first one has signed out. */
    private static String key() {
        return "number, by " + PageOperations.Visitor.current().person().name();
    }

    private Optional<LineCode> known(FormValue line) {
        return lines.all().stream()
                .map(BusinessLine::code)
                .filter(code -> code.value().equals(line.text()))
                .findFirst();
    }

    private String form(Model model, Typed typed, HttpSession session, int page) {
        model.addAttribute("typed", typed);
        model.addAttribute("insurers", insurers.all());
        model.addAttribute("lines", lines.all());
        model.addAttribute("today", BusinessTime.today(clock));
        if (session.getAttribute(key()) instanceof Found found) {
            int pages = Math.max(1, (found.trace().size() + PAGE_SIZE - 1) / PAGE_SIZE);
            int shown = Math.max(1, Math.min(page, pages));
            model.addAttribute("found", found);
            model.addAttribute("page", shown);
            model.addAttribute("pages", pages);
            model.addAttribute(
                    "trace",
                    found.trace()
                            .subList(
                                    (shown - 1) * PAGE_SIZE,
                                    Math.min(found.trace().size(), shown * PAGE_SIZE)));
        }
        return "number";
    }

    record NumberAnswers(Insurers insurers, BusinessLines lines, ConsoleAnswers answers, Clock clock) {

        private static final Set<ActorRole> PEOPLE =
                EnumSet.of(ActorRole.OPERATOR, ActorRole.KEY_OFFICER, ActorRole.AUDITOR);

        /**
         * Whether one insurer could call in one line of business; {@code why}, {@code notification} and {@code
         * standing} are codes.
         *
         * @param until the first day after the block
         * @param list the sequence of the first list with the current state
         * @param because the registrations from which the result follows
         */
        public record Answer(
                String insurer,
                String insurerName,
                String line,
                boolean mayCall,
                String why,
                String from,
                String until,
                String lastDay,
                String notification,
                String list,
                String delivered,
                String standing,
                List<String> because) {}

        /** A file with the number, or an access to the number; {@code entry} is the index in the access log. */
        public record Trace(
                Instant when, RelativeTime at, String kind, String action, String who, String what, String entry) {}

        /** Returns the answers of all insurers, those that may not call first. */
        List<Answer> of(NumberLookedUp found, Optional<LineCode> line, Locale locale) {
            Map<LineCode, BusinessLine> known =
                    lines.all().stream().collect(Collectors.toMap(BusinessLine::code, Function.identity()));
            return found.insurers().stream()
                    .filter(one -> line.isEmpty() || line.get().equals(one.businessLine()))
                    .map(one -> answer(one, known.get(one.businessLine()), locale))
                    .sorted(Comparator.comparing(Answer::mayCall))
                    .toList();
        }

        private Answer answer(InsurerLookedUp one, BusinessLine line, Locale locale) {
            Optional<ListSheet> list = one.firstList().or(one::newestList);
            return new Answer(
                    one.insurer().value(),
                    insurers.find(one.insurer()).map(Insurer::name).orElse(""),
                    line.nameIn(locale) + " (" + line.code() + ")",
                    one.mayCall(),
                    one.why().name(),
                    PageFormat.orNothing(one.effectiveOn()),
                    PageFormat.orNothing(one.expiresOn()),
                    PageFormat.orNothing(one.expiresOn().map(day -> day.minusDays(1))),
                    one.told().name(),
                    PageFormat.orNothing(list.map(ListSheet::sequence)),
                    PageFormat.time(list.map(ListSheet::deliveredAt)),
                    one.takingPart().name(),
                    Stream.of(one.begunBy(), one.endSetBy(), one.endedBy())
                            .flatMap(Optional::stream)
                            .distinct()
                            .map(registration -> answers.text(registration, locale))
                            .toList());
        }

        List<Trace> of(NumberTraced traced) {
            List<Trace> all = new ArrayList<>();
            traced.uploads()
                    .forEach(one -> all.add(trace(
                            one.receivedAt(), "upload", "", nameOf(one.insurer()), one.file(), Optional.empty())));
            traced.lists()
                    .forEach(one -> all.add(trace(
                            one.deliveredAt().orElse(one.asOf()),
                            "list",
                            "",
                            nameOf(one.insurer()),
                            one.file(),
                            Optional.empty())));
            traced.caseFiles()
                    .forEach(one -> all.add(trace(
                            one.sealedAt(), "case-file", "", nameOf(one.insurer()), one.file(), Optional.empty())));
            traced.accesses().stream()
                    .filter(entry -> entry.phase() != EntryPhase.RESULT)
                    .forEach(entry -> all.add(access(entry)));
            return all.stream()
                    .sorted(Comparator.comparing(Trace::when).reversed())
                    .toList();
        }

        private Trace access(AuditEntries.LogEntry entry) {
            return trace(
                    entry.at(),
                    "access",
                    entry.action().name(),
                    entry.actor(),
                    PEOPLE.contains(entry.role()) ? entry.purpose() : "",
                    entry.index());
        }

        private Trace trace(Instant at, String kind, String action, String who, String what, Optional<Long> entry) {
            return new Trace(
                    at,
                    RelativeTime.of(at, clock.instant()),
                    kind,
                    action,
                    who,
                    what,
                    entry.map(String::valueOf).orElse(""));
        }

        private String nameOf(InsurerCode code) {
            return insurers.find(code).map(Insurer::name).orElse("") + " (" + code + ")";
        }
    }
}
