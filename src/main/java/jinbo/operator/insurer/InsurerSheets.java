package jinbo.operator.insurer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.operator.alert.InsurerCheck;
import jinbo.operator.insurer.InsurerSheet.DropSheet;
import jinbo.operator.insurer.InsurerSheet.StandingSheet;
import jinbo.operator.insurer.InsurerSheet.UnitSheet;
import jinbo.operator.key.CertificateSheet;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.InsurerStatusHistory;
import jinbo.participant.insurer.SalesUnits;
import jinbo.platform.home.Home;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

@Component
record InsurerSheets(
        InsurerCertificates certificates,
        SalesUnits units,
        InsurerStatusHistory history,
        InsurerCheck check,
        CryptoPolicy policy,
        Home home,
        Clock clock) {

    InsurerSheet of(Insurer insurer) {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        return new InsurerSheet(
                insurer.code(),
                insurer.name(),
                insurer.lines().stream().flatMap(InsurerSheet.Line::of).toList(),
                insurer.serviceNumber(),
                insurer.joinedAt(),
                insurer.suspendedAt(),
                insurer.departure().map(InsurerStatus.Departure::on),
                insurer.departure().flatMap(InsurerStatus.Departure::successor),
                insurer.agreements().selfDisciplineSince(),
                insurer.agreements().confidentialitySince(),
                insurer.agreements().endOn(),
                DropSheet.of(insurer, home),
                certificates.of(insurer.code()).stream()
                        .map(stored -> CertificateSheet.of(stored, policy, now))
                        .toList(),
                units.of(insurer.code()).stream()
                        .map(unit -> UnitSheet.of(unit, today))
                        .toList(),
                history.of(insurer.code()).stream().map(StandingSheet::of).toList(),
                check.about(insurer));
    }
}
