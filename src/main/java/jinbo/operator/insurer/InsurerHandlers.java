package jinbo.operator.insurer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.batch.InsurerSuccession;
import jinbo.operator.OperatorError;
import jinbo.operator.OperatorException;
import jinbo.operator.insurer.InsurerOperations.AddLineToInsurer;
import jinbo.operator.insurer.InsurerOperations.AddUnit;
import jinbo.operator.insurer.InsurerOperations.CloseUnit;
import jinbo.operator.insurer.InsurerOperations.DescribeInsurer;
import jinbo.operator.insurer.InsurerOperations.EndLineOfInsurer;
import jinbo.operator.insurer.InsurerOperations.LapseAgreements;
import jinbo.operator.insurer.InsurerOperations.LeaveExchange;
import jinbo.operator.insurer.InsurerOperations.ListInsurers;
import jinbo.operator.insurer.InsurerOperations.ListUnits;
import jinbo.operator.insurer.InsurerOperations.RecordAgreements;
import jinbo.operator.insurer.InsurerOperations.RecordUnitAgreement;
import jinbo.operator.insurer.InsurerOperations.ResumeInsurer;
import jinbo.operator.insurer.InsurerOperations.ShowInsurer;
import jinbo.operator.insurer.InsurerOperations.SucceedInsurer;
import jinbo.operator.insurer.InsurerOperations.SuspendInsurer;
import jinbo.operator.insurer.InsurerSheet.InsurerSheets;
import jinbo.operator.insurer.InsurerSheet.UnitSheet;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.DryRun;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/** Carries out all other {@link InsurerOperations}. */
@OperationHandlers
record InsurerHandlers(
        Insurers insurers,
        InsurerCertificates certificates,
        InsurerSheets sheets,
        Clock clock,
        EndParticipation end,
        InsurerSuccession succession,
        DryRun dryRun,
        SalesUnits units) {

    record InsurerList(List<Row> insurers) {

        record Row(
                InsurerCode code,
                String name,
                List<LineCode> businessLines,
                Instant joinedAt,
                Optional<Instant> suspendedAt,
                Optional<LocalDate> leftOn,
                boolean agreementsInForce,
                int certificates) {}
    }

    @Handles
    InsurerSheet show(ShowInsurer input) {
        return sheets.of(insurers.get(input.insurer()));
    }

    @Handles
    InsurerList list(ListInsurers input) {
        LocalDate today = BusinessTime.today(clock);
        return new InsurerList(
                insurers.all().stream().map(insurer -> row(insurer, today)).toList());
    }

    private InsurerList.Row row(Insurer insurer, LocalDate today) {
        return new InsurerList.Row(
                insurer.code(),
                insurer.name(),
                insurer.linesOn(today).stream().map(LineParticipation::code).toList(),
                insurer.joinedAt(),
                insurer.suspendedAt(),
                insurer.departure().map(InsurerStatus.Departure::on),
                insurer.agreements().areInForce(today),
                certificates.of(insurer.code()).size());
    }

    @Handles
    InsurerSheet describe(DescribeInsurer input) {
        return sheets.of(insurers.describe(input.insurer(), input.serviceNumber()));
    }

    @Handles
    InsurerSheet suspend(SuspendInsurer input) {
        return sheets.of(insurers.suspend(input.insurer(), clock.instant()));
    }

    @Handles
    InsurerSheet resume(ResumeInsurer input) {
        return sheets.of(insurers.resume(input.insurer(), clock.instant()));
    }

    @Previews
    Outline preview(AddLineToInsurer input) throws Exception {
        dryRun.of(() -> apply(input));
        return Outline.of("insurer-add-line", input.insurer(), input.line(), firstDay(input));
    }

    @Handles
    InsurerSheet addLine(AddLineToInsurer input) {
        return sheets.of(apply(input));
    }

    private Insurer apply(AddLineToInsurer input) {
        return insurers.addLine(input.insurer(), input.line(), firstDay(input), clock.instant());
    }

    private LocalDate firstDay(AddLineToInsurer input) {
        return input.from().orElse(BusinessTime.today(clock).plusDays(1));
    }

    @Previews
    Outline preview(EndLineOfInsurer input) throws Exception {
        dryRun.of(() -> apply(input));
        return Outline.of("insurer-end-line", input.insurer(), input.line(), input.on());
    }

    @Handles
    InsurerSheet endLine(EndLineOfInsurer input) {
        return sheets.of(apply(input));
    }

    private Insurer apply(EndLineOfInsurer input) {
        return insurers.endLine(input.insurer(), input.line(), input.on(), clock.instant());
    }

    @Previews
    Outline preview(RecordAgreements input) {
        requireBegun(input);
        insurers.requireNotLeft(input.insurer());
        return Outline.of("insurer-agree", input.insurer(), input.selfDiscipline(), input.confidentiality());
    }

    @Handles
    InsurerSheet agree(RecordAgreements input) {
        requireBegun(input);
        return sheets.of(
                insurers.agree(input.insurer(), input.selfDiscipline(), input.confidentiality(), clock.instant()));
    }

    private void requireBegun(RecordAgreements input) {
        LocalDate today = BusinessTime.today(clock);
        if (input.selfDiscipline().isAfter(today) || input.confidentiality().isAfter(today)) {
            throw new OperatorException(
                    OperatorError.AGREEMENT_AHEAD, input.insurer().value(), today);
        }
    }

    @Previews
    Outline preview(LapseAgreements input) {
        end.requireEnd(input.insurer(), input.on());
        return Outline.of("insurer-lapse", input.insurer(), input.on());
    }

    @Handles
    InsurerSheet lapse(LapseAgreements input) {
        return sheets.of(end.lapse(input.insurer(), input.on(), input.reason().text(), clock.instant()));
    }

    @Previews
    Outline preview(LeaveExchange input) {
        requireCome(input);
        insurers.requireNotLeft(input.insurer());
        return Outline.of("insurer-leave", input.insurer(), input.on());
    }

    @Handles
    InsurerSheet leave(LeaveExchange input) {
        requireCome(input);
        return sheets.of(end.leave(input.insurer(), input.on(), input.reason().text(), clock.instant()));
    }

    private void requireCome(LeaveExchange input) {
        LocalDate today = BusinessTime.today(clock);
        if (input.on().isAfter(today)) {
            throw new OperatorException(
                    OperatorError.LEAVING_AHEAD, input.insurer().value(), today);
        }
    }

    @Previews
    Outline preview(SucceedInsurer input) {
        end.requireSuccessor(input.insurer(), input.successor());
        return Outline.of("insurer-succeed", input.insurer(), input.successor());
    }

    @Handles
    InsurerSheet succeed(SucceedInsurer input, Actor by) {
        return sheets.of(succession.of(input.insurer(), input.successor(), input.reason(), by));
    }

    record UnitList(List<UnitSheet> units) {}

    @Previews
    Outline preview(AddUnit input) throws Exception {
        dryRun.of(() -> apply(input));
        return Outline.of(
                "unit-add",
                input.unit(),
                input.name(),
                input.kind(),
                input.insurer(),
                input.confidentiality().map(LocalDate::toString).orElse("-"));
    }

    @Handles
    UnitSheet add(AddUnit input) {
        return sheet(apply(input));
    }

    private SalesUnit apply(AddUnit input) {
        input.confidentiality().ifPresent(since -> requireBegun(input.unit(), since));
        return units.add(new SalesUnit(
                input.insurer(),
                input.unit(),
                input.name(),
                input.kind(),
                input.confidentiality(),
                clock.instant(),
                Optional.empty()));
    }

    @Previews
    Outline preview(RecordUnitAgreement input) {
        requireBegun(input.unit(), input.confidentiality());
        units.requireOpen(input.insurer(), input.unit());
        return Outline.of("unit-agree", input.unit(), input.insurer(), input.confidentiality());
    }

    @Handles
    UnitSheet agree(RecordUnitAgreement input) {
        requireBegun(input.unit(), input.confidentiality());
        return sheet(units.agree(input.insurer(), input.unit(), input.confidentiality()));
    }

    private void requireBegun(UnitCode unit, LocalDate since) {
        LocalDate today = BusinessTime.today(clock);
        if (since.isAfter(today)) {
            throw new OperatorException(OperatorError.AGREEMENT_AHEAD, unit.value(), today);
        }
    }

    @Handles
    UnitSheet close(CloseUnit input) {
        return sheet(units.close(input.insurer(), input.unit(), clock.instant()));
    }

    @Handles
    UnitList list(ListUnits input) {
        List<Insurer> wanted = input.insurer().map(insurers::get).map(List::of).orElseGet(insurers::all);
        return new UnitList(wanted.stream()
                .flatMap(insurer -> units.of(insurer.code()).stream())
                .map(this::sheet)
                .toList());
    }

    private UnitSheet sheet(SalesUnit unit) {
        return UnitSheet.of(unit, BusinessTime.today(clock));
    }
}
