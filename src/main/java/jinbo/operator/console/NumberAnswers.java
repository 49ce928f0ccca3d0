package jinbo.operator.console;

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
import jinbo.operator.audit.NumberTraced;
import jinbo.operator.audit.NumberTraced.AuditEntries;
import jinbo.operator.console.PageFormat.RelativeTime;
import jinbo.operator.number.NumberLookedUp;
import jinbo.operator.number.NumberLookedUp.InsurerLookedUp;
import jinbo.operator.number.NumberLookedUp.InsurerLookedUp.ListSheet;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;

/** Says of a number who could call it, and where it has been, in the order of time; never the number. */
record NumberAnswers(Insurers insurers, BusinessLines lines, ConsoleAnswers answers, Clock clock) {

    private static final Set<ActorRole> PEOPLE =
            EnumSet.of(ActorRole.OPERATOR, ActorRole.KEY_OFFICER, ActorRole.AUDITOR);

    /**
     * Whether one insurer could call, in one line of business.
     *
     * @param why the reason, as a code
     * @param from the first day of the block; a dash where there is none
     * @param until the first day after it
     * @param notification whether it had been told, as a code
     * @param list the first list that said so; a dash where there is none
     * @param standing how it took part, as a code
     * @param because the registrations that it follows from
     */
    public record Answer(
            String insurer,
            String insurerName,
            String line,
            boolean mayCall,
            String why,
            String from,
            String until,
            String notification,
            String list,
            String delivered,
            String standing,
            List<String> because) {}

    /**
     * Somewhere where the number was.
     *
     * @param kind upload, list, case-file or access
     * @param action of an access
     * @param who did it, or whose file it is
     * @param what the file, or why a person looked
     * @param entry of the access log that vouches for it, or nothing
     */
    public record Trace(
            Instant when, RelativeTime at, String kind, String action, String who, String what, String entry) {}

    List<Answer> of(NumberLookedUp found, Optional<LineCode> line, Locale locale) {
        Map<LineCode, BusinessLine> known =
                lines.all().stream().collect(Collectors.toMap(BusinessLine::code, Function.identity()));
        return found.insurers().stream()
                .filter(one -> line.isEmpty() || line.get().equals(one.businessLine()))
                .map(one -> answer(one, known.get(one.businessLine()), locale))
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
                .forEach(one -> all.add(
                        trace(one.receivedAt(), "upload", "", named(one.insurer()), one.file(), Optional.empty())));
        traced.lists()
                .forEach(one -> all.add(trace(
                        one.deliveredAt().orElse(one.asOf()),
                        "list",
                        "",
                        named(one.insurer()),
                        one.file(),
                        Optional.empty())));
        traced.caseFiles()
                .forEach(one -> all.add(
                        trace(one.sealedAt(), "case-file", "", named(one.insurer()), one.file(), Optional.empty())));
        traced.accesses().stream()
                .filter(entry -> entry.phase() != EntryPhase.RESULT)
                .forEach(entry -> all.add(access(entry)));
        return all.stream().sorted(Comparator.comparing(Trace::when).reversed()).toList();
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

    private String named(InsurerCode code) {
        return insurers.find(code).map(Insurer::name).orElse("") + " (" + code + ")";
    }
}
