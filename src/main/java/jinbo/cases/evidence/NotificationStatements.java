package jinbo.cases.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.cases.CaseParty;
import jinbo.cases.evidence.DeriveCallFacts.Call;
import jinbo.cases.evidence.Statement.Source;
import jinbo.participant.insurer.UnitCode;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.history.DeliveredListContent;
import jinbo.registry.history.LookUpCall.NotifiedSince;
import jinbo.registry.history.WithheldListContent;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** States since when the insurer was notified of a block: list, delivery, acknowledgements. */
@Component
record NotificationStatements(DeriveCallFacts facts, BlockLists lists, InboundFiles inbound, FindLogProofs vouchers) {

    /** @return empty if no block was in force */
    List<Statement> of(Call call) {
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
