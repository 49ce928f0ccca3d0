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
import jinbo.operator.insurer.InsurerOperations.DescribeInsurer;
import jinbo.operator.insurer.InsurerOperations.EndLineOfInsurer;
import jinbo.operator.insurer.InsurerOperations.LapseAgreements;
import jinbo.operator.insurer.InsurerOperations.LeaveExchange;
import jinbo.operator.insurer.InsurerOperations.ListInsurers;
import jinbo.operator.insurer.InsurerOperations.RecordAgreements;
import jinbo.operator.insurer.InsurerOperations.ResumeInsurer;
import jinbo.operator.insurer.InsurerOperations.ShowInsurer;
import jinbo.operator.insurer.InsurerOperations.SucceedInsurer;
import jinbo.operator.insurer.InsurerOperations.SuspendInsurer;
import jinbo.operator.insurer.InsurerSheet.InsurerSheets;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.operation.DryRun;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

@OperationHandlers
record InsurerHandlers(
        Insurers insurers,
        InsurerCertificates certificates,
        InsurerSheets sheets,
        Clock clock,
        EndParticipation end,
        InsurerSuccession succession,
        DryRun dryRun) {

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
    InsurerSheet show(ShowInsurer asked) {
        return sheets.of(insurers.get(asked.insurer()));
    }

    @Handles
    InsurerList list(ListInsurers asked) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
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
    InsurerSheet describe(DescribeInsurer asked) {
        return sheets.of(insurers.describe(asked.insurer(), asked.serviceNumber()));
    }

    @Handles
    InsurerSheet suspend(SuspendInsurer asked) {
        return sheets.of(insurers.suspend(asked.insurer(), clock.instant()));
    }

    @Handles
    InsurerSheet resume(ResumeInsurer asked) {
        return sheets.of(insurers.resume(asked.insurer(), clock.instant()));
    }

    @Previews
    Outline would(AddLineToInsurer asked) throws Exception {
        dryRun.of(() -> apply(asked));
        return Outline.of("insurer-add-line", asked.insurer(), asked.line(), firstDay(asked));
    }

    @Handles
    InsurerSheet addLine(AddLineToInsurer asked) {
        return sheets.of(apply(asked));
    }

    private Insurer apply(AddLineToInsurer asked) {
        return insurers.addLine(asked.insurer(), asked.line(), firstDay(asked), clock.instant());
    }

    private LocalDate firstDay(AddLineToInsurer asked) {
        return asked.from().orElse(today().plusDays(1));
    }

    @Previews
    Outline would(EndLineOfInsurer asked) throws Exception {
        dryRun.of(() -> apply(asked));
        return Outline.of("insurer-end-line", asked.insurer(), asked.line(), asked.on());
    }

    @Handles
    InsurerSheet endLine(EndLineOfInsurer asked) {
        return sheets.of(apply(asked));
    }

    private Insurer apply(EndLineOfInsurer asked) {
        return insurers.endLine(asked.insurer(), asked.line(), asked.on(), clock.instant());
    }

    @Previews
    Outline would(RecordAgreements asked) {
        requireBegun(asked);
        insurers.get(asked.insurer());
        return Outline.of("insurer-agree", asked.insurer(), asked.selfDiscipline(), asked.confidentiality());
    }

    @Handles
    InsurerSheet agree(RecordAgreements asked) {
        requireBegun(asked);
        return sheets.of(
                insurers.agree(asked.insurer(), asked.selfDiscipline(), asked.confidentiality(), clock.instant()));
    }

    private void requireBegun(RecordAgreements asked) {
        LocalDate today = today();
        if (asked.selfDiscipline().isAfter(today) || asked.confidentiality().isAfter(today)) {
            throw new OperatorException(
                    OperatorError.AGREEMENT_AHEAD, asked.insurer().value(), today);
        }
    }

    @Previews
    Outline would(LapseAgreements asked) {
        end.requireEnd(asked.insurer(), asked.on());
        return Outline.of("insurer-lapse", asked.insurer(), asked.on());
    }

    @Handles
    InsurerSheet lapse(LapseAgreements asked) {
        return sheets.of(end.lapse(asked.insurer(), asked.on(), asked.reason().text(), clock.instant()));
    }

    @Previews
    Outline would(LeaveExchange asked) {
        requireCome(asked);
        insurers.requireActive(asked.insurer());
        return Outline.of("insurer-leave", asked.insurer(), asked.on());
    }

    @Handles
    InsurerSheet leave(LeaveExchange asked) {
        requireCome(asked);
        return sheets.of(end.leave(asked.insurer(), asked.on(), asked.reason().text(), clock.instant()));
    }

    private void requireCome(LeaveExchange asked) {
        LocalDate today = today();
        if (asked.on().isAfter(today)) {
            throw new OperatorException(
                    OperatorError.LEAVING_AHEAD, asked.insurer().value(), today);
        }
    }

    @Previews
    Outline would(SucceedInsurer asked) {
        end.requireSuccessor(asked.insurer(), asked.successor());
        return Outline.of("insurer-succeed", asked.insurer(), asked.successor());
    }

    @Handles
    InsurerSheet succeed(SucceedInsurer asked, Actor by) {
        return sheets.of(succession.of(asked.insurer(), asked.successor(), asked.reason(), by));
    }

    private LocalDate today() {
        return BusinessTime.dateOf(clock.instant());
    }
}
