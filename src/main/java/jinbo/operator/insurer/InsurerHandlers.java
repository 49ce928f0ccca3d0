package jinbo.operator.insurer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.operator.insurer.InsurerOperations.DescribeInsurer;
import jinbo.operator.insurer.InsurerOperations.ListInsurers;
import jinbo.operator.insurer.InsurerOperations.ResumeInsurer;
import jinbo.operator.insurer.InsurerOperations.ShowInsurer;
import jinbo.operator.insurer.InsurerOperations.SuspendInsurer;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

@OperationHandlers
record InsurerHandlers(Insurers insurers, InsurerCertificates certificates, InsurerSheets sheets, Clock clock) {

    /** @param insurers in order of their codes */
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
}
