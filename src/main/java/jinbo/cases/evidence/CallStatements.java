package jinbo.cases.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.cases.CallLines;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseDossiers.CaseDossier;
import jinbo.cases.CaseParty;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseSettings;
import jinbo.cases.CaseSummary;
import jinbo.cases.Exemption;
import jinbo.cases.evidence.DeriveCallFacts.Call;
import jinbo.cases.evidence.ProposeRuling.CallFacts;
import jinbo.cases.evidence.Statement.Source;
import jinbo.cases.evidence.Statement.StatementFormat;
import jinbo.participant.insurer.UnitCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.history.DeliveredListContent;
import jinbo.registry.history.LookUpCall.NotifiedSince;
import jinbo.registry.history.WithheldListContent;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Makes statements about a call: what consumer, insurer and other cases say, its time, and the notified lists. */
@Component
record CallStatements(
        DeriveCallFacts facts, CaseSettings settings, BlockLists lists, InboundFiles inbound, FindLogProofs vouchers) {

    List<Statement> complaint(CaseDossier file) {
        CaseSummary summary = file.summary();
        Source source = Source.of(Source.Kind.CASE, summary.number());
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                        StatementType.CALL,
                        source,
                        summary.calledAt(),
                        summary.purpose(),
                        summary.insurer(),
                        summary.openedAt(),
                        file.source())
                .vouchedBy(vouchers.ofComplaint(summary, file.subjects())));
        summary.businessLine()
                .map(line -> Statement.of(StatementType.LINE_NAMED, source, line))
                .ifPresent(statements::add);
        file.party()
                .map(party ->
                        Statement.of(StatementType.PARTY, source, party.insurer(), party.unit(), party.salesperson()))
                .ifPresent(statements::add);
        file.contested()
                .forEach(decision -> statements.add(Statement.of(
                        StatementType.CONTESTED,
                        source,
                        decision.decided(),
                        decision.decidedAt(),
                        decision.by(),
                        decision.at())));
        return statements;
    }

    List<Statement> of(Call call) {
        List<Statement> statements = new ArrayList<>();
        facts.filedBefore(call)
                .map(other -> Statement.of(
                                StatementType.FILED_BEFORE,
                                Source.of(Source.Kind.CASE, other.number()),
                                other.number(),
                                other.calledAt())
                        .vouchedBy(vouchers.ofComplaint(other, call.file().subjects())))
                .ifPresent(statements::add);
        statements.add(Statement.of(
                caller(call),
                Source.of(Source.Kind.INSURER, call.insurer().code()),
                call.insurer().code()));
        assumedLine(call).ifPresent(statements::add);
        statements.addAll(answer(call));
        call.appeal().ifPresent(given -> statements.addAll(answer(call, given)));
        statements.add(Statement.of(
                hours(call),
                Source.of(Source.Kind.SETTINGS, "jinbo.cases"),
                settings.quietFrom(),
                settings.quietUntil(),
                call.at(),
                settings.clocksDiffer().toMinutes()));
        return statements;
    }

    /** If the call was not allowed at the reported time, states a time within the clock tolerance at which it was. */
    Optional<Statement> doubt(Call call, CallFacts known) {
        List<CaseRuling> rulings =
                known.moments().stream().map(ProposeRuling::byBlock).toList();
        if (rulings.get(0) != CaseRuling.VIOLATION) {
            return Optional.empty();
        }
        return rulings.stream()
                .filter(ruling -> ruling != CaseRuling.VIOLATION)
                .findFirst()
                .map(ruling -> Statement.of(
                        StatementType.CLOCKS_IN_DOUBT,
                        Source.of(Source.Kind.SETTINGS, "jinbo.cases"),
                        settings.clocksDiffer().toMinutes(),
                        call.moments().get(rulings.indexOf(ruling)).at(),
                        ruling));
    }

    /** States the assumed line of business, if the consumer named none or one that the insurer never sold. */
    private static Optional<Statement> assumedLine(Call call) {
        Optional<LineCode> named = call.file().summary().businessLine();
        if (named.equals(Optional.of(call.businessLine()))) {
            return Optional.empty();
        }
        return Optional.of(Statement.of(
                named.isPresent() ? StatementType.LINE_NEVER_SOLD : StatementType.LINE_NOT_NAMED,
                Source.of(Source.Kind.INSURER, call.insurer().code()),
                call.insurer().code(),
                CallLines.of(call.insurer(), named, call.at()).stream()
                        .map(line -> line.code().value())
                        .collect(Collectors.joining(", ")),
                call.businessLine()));
    }

    private static StatementType caller(Call call) {
        if (call.caller().isEmpty()) {
            return StatementType.CALLER_NOT_SHOWN;
        }
        return call.isCallerOfInsurer() ? StatementType.CALLER_KNOWN : StatementType.CALLER_NOT_KNOWN;
    }

    private List<Statement> answer(Call call) {
        return call.answer()
                .map(given -> answer(call, given))
                .orElseGet(() -> List.of(Statement.of(
                        StatementType.NO_ANSWER,
                        Source.of(Source.Kind.CASE, call.file().summary().number()))));
    }

    private List<Statement> answer(Call call, CaseDossier.Answered given) {
        CaseAnswer answer = given.answer();
        InboundFile file = inbound.get(given.inboundFile());
        Optional<Statement.Vouched> entry = vouchers.ofFile(file);
        Source source = new Source(Source.Kind.ANSWER, file.shownName(), Optional.of(given.line()));
        return Stream.concat(
                        Stream.of(said(answer, source)),
                        answer.exemption().map(claim -> holds(call, claim, source)).stream())
                .map(statement -> statement.vouchedBy(entry))
                .toList();
    }

    private static Statement said(CaseAnswer answer, Source source) {
        if (answer.content() instanceof CaseAnswer.Dispute dispute) {
            return Statement.of(
                    StatementType.ANSWER_DISPUTE, source, answer.receivedAt(), dispute.reason(), text(answer));
        }
        if (answer.content() instanceof CaseAnswer.Exempt claim) {
            return Statement.of(
                    StatementType.ANSWER_EXEMPTION,
                    source,
                    answer.receivedAt(),
                    claim.exemption().policyFrom(),
                    claim.exemption().policyUntil(),
                    flag(claim.exemption().soldByTelephone()),
                    flag(claim.exemption().serviceCall()),
                    claim.exemption().evidenceReference());
        }
        return Statement.of(
                answer.content() instanceof CaseAnswer.Appeal
                        ? StatementType.ANSWER_APPEAL
                        : StatementType.ANSWER_ACCEPT,
                source,
                answer.receivedAt(),
                text(answer));
    }

    private static Statement holds(Call call, Exemption claim, Source source) {
        return Statement.of(
                call.days().stream().anyMatch(claim::holds)
                        ? StatementType.EXEMPTION_HOLDS
                        : StatementType.EXEMPTION_DOES_NOT_HOLD,
                source,
                call.days().get(0));
    }

    private StatementType hours(Call call) {
        long quiet = call.moments().stream()
                .filter(moment -> facts.isQuiet(moment.at()))
                .count();
        if (quiet == call.moments().size()) {
            return StatementType.HOURS_QUIET;
        }
        return facts.isQuiet(call.at()) ? StatementType.HOURS_IN_DOUBT : StatementType.HOURS_ALLOWED;
    }

    private static String text(CaseAnswer answer) {
        return answer.words().isEmpty() ? StatementFormat.NOTHING : answer.words();
    }

    private static String flag(boolean yes) {
        return yes ? "Y" : "N";
    }

    /** States by which lists the insurer was notified of the block; empty if no block was in force. */
    List<Statement> notifications(Call call) {
        if (!call.isBlocked()) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        Optional<NotifiedSince> notifiedSince = call.atNotification().notifiedSince();
        if (notifiedSince.isEmpty()) {
            statements.add(notNotified(call));
            return statements;
        }
        notifiedSince.get().list().ifPresent(list -> {
            statements.add(list(list));
            statements.add(acknowledged(notifiedSince.get(), list));
            statements.addAll(units(call, list));
        });
        notifiedSince.get().withheld().map(list -> withheld(call, list)).ifPresent(statements::add);
        appliedFrom(notifiedSince.get())
                .map(day -> Statement.of(
                        StatementType.APPLIED_FROM,
                        Source.of(Source.Kind.SETTINGS, "jinbo.cases"),
                        day,
                        notifiedSince.get().begin()))
                .ifPresent(statements::add);
        return statements;
    }

    private Statement notNotified(Call call) {
        Optional<DeliveredListContent> newest =
                call.atNotification().answer().notification().newest();
        return Statement.of(
                        StatementType.NOT_TOLD,
                        newest.map(list ->
                                        Source.of(Source.Kind.LIST, list.name().fileName()))
                                .orElseGet(() -> Source.of(
                                        Source.Kind.LIST, call.insurer().code())),
                        newest.map(DeliveredListContent::deliveredAt))
                .vouchedBy(newest.flatMap(this::voucher));
    }

    private Statement list(DeliveredListContent list) {
        return Statement.of(
                        StatementType.TOLD_BY_LIST,
                        Source.of(Source.Kind.LIST, list.name().fileName()),
                        list.name().sequence(),
                        list.revision(),
                        list.deliveredAt())
                .vouchedBy(voucher(list));
    }

    private Optional<Statement.Vouched> voucher(DeliveredListContent list) {
        return lists.find(list.name().insurer(), list.name().sequence())
                .map(SealedList::manifest)
                .flatMap(vouchers::ofList);
    }

    private Statement acknowledged(NotifiedSince notifiedSince, DeliveredListContent list) {
        return notifiedSince
                .agreed()
                .map(this::acknowledged)
                .orElseGet(() -> Statement.of(
                        StatementType.NOT_ACKNOWLEDGED,
                        Source.of(Source.Kind.LIST, list.name().fileName()),
                        list.name().sequence()));
    }

    private Statement acknowledged(NotifiedSince.AgreedAcknowledgement agreedAcknowledgement) {
        InboundFile file = inbound.get(agreedAcknowledgement.inboundFile());
        return Statement.of(
                        StatementType.ACKNOWLEDGED,
                        Source.of(Source.Kind.ACK, file.shownName()),
                        agreedAcknowledgement.sequence(),
                        agreedAcknowledgement.appliedAt(),
                        agreedAcknowledgement.receivedAt())
                .vouchedBy(vouchers.ofFile(file));
    }

    private static List<Statement> units(Call call, DeliveredListContent list) {
        Source source = Source.of(Source.Kind.LIST, list.name().fileName());
        List<Statement> statements = new ArrayList<>();
        if (!list.units().isEmpty()) {
            statements.add(Statement.of(
                    StatementType.UNITS_TOLD,
                    source,
                    list.units().stream().map(unit -> unit.unit().value()).collect(Collectors.joining(", "))));
        }
        Optional<UnitCode> caller = call.file().party().flatMap(CaseParty::unit);
        caller.map(unit -> list.units().stream()
                        .filter(unitAcknowledgement ->
                                unitAcknowledgement.unit().equals(unit))
                        .findFirst()
                        .map(unitAcknowledgement -> Statement.of(
                                StatementType.UNIT_OF_CALL_TOLD, source, unit, unitAcknowledgement.receivedAt()))
                        .orElseGet(() -> Statement.of(StatementType.UNIT_OF_CALL_NOT_TOLD, source, unit)))
                .ifPresent(statements::add);
        return statements;
    }

    private Statement withheld(Call call, WithheldListContent list) {
        return Statement.of(
                        StatementType.WITHHELD,
                        Source.of(Source.Kind.WITHHELD, list.revision()),
                        list.withheldAt(),
                        list.reason(),
                        list.revision())
                .vouchedBy(vouchers.ofWithheldList(call.insurer().code(), list.withheldAt()));
    }

    private Optional<LocalDate> appliedFrom(NotifiedSince notifiedSince) {
        try {
            return Optional.of(facts.appliedFrom(notifiedSince.begin()));
        } catch (YearNotLoadedException notYet) {
            return Optional.empty();
        }
    }
}
