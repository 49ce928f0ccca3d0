package jinbo.operator.insurer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.InsurerCheck;
import jinbo.operator.key.CertificateSheet;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.InsurerStatusEvent;
import jinbo.participant.insurer.InsurerStatusHistory;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.CommentedResult;
import jinbo.platform.home.Home;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/**
 * All recorded data of an insurer, its history with the oldest first, and what must be done next.
 *
 * @param lines its lines of business, including past and future ones
 * @param agreementsEndOn the first day without agreements, if an end is recorded
 */
public record InsurerSheet(
        InsurerCode code,
        String name,
        List<Line> lines,
        Optional<ServiceNumber> serviceNumber,
        Instant joinedAt,
        Optional<Instant> suspendedAt,
        Optional<LocalDate> leftOn,
        Optional<InsurerCode> successor,
        Optional<LocalDate> selfDisciplineSince,
        Optional<LocalDate> confidentialitySince,
        Optional<LocalDate> agreementsEndOn,
        DropSheet drop,
        List<CertificateSheet> certificates,
        List<UnitSheet> units,
        List<StandingSheet> standing,
        List<Alert> problems)
        implements CommentedResult {

    /** @param endedOn the first day after the period, if an end is recorded */
    public record Line(LineCode code, LocalDate since, Optional<LocalDate> endedOn) {

        static Stream<Line> of(LineParticipation line) {
            return line.periods().stream().map(period -> new Line(line.code(), period.since(), period.endedOn()));
        }
    }

    @Override
    public Optional<String> comment() {
        return Optional.of("ready")
                .filter(any ->
                        problems.isEmpty() && leftOn.isEmpty() && drop.upload().isPresent());
    }

    /** @param endsOn the first day without agreements, or the day of leaving */
    public record StandingSheet(
            Instant at,
            InsurerStatusEvent.Kind event,
            Optional<LocalDate> selfDisciplineSince,
            Optional<LocalDate> confidentialitySince,
            Optional<LocalDate> endsOn,
            Optional<InsurerCode> successor,
            Optional<String> reason) {

        static StandingSheet of(InsurerStatusEvent event) {
            return new StandingSheet(
                    event.at(),
                    event.kind(),
                    event.agreements().flatMap(Agreements::selfDisciplineSince),
                    event.agreements().flatMap(Agreements::confidentialitySince),
                    event.endsOn(),
                    event.successor(),
                    event.reason());
        }
    }

    /** The drop of an insurer, {@code EMBEDDED} or {@code REMOTE}. Keys are fingerprints. */
    public record DropSheet(
            String kind,
            Optional<Path> upload,
            Optional<Path> download,
            Optional<Path> archive,
            List<String> authorizedKeys,
            Optional<String> url,
            List<String> hostKeys) {

        static DropSheet of(Insurer insurer, Home home) {
            if (insurer.drop() instanceof DropLocation.Remote remote) {
                return new DropSheet(
                        "REMOTE",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(remote.url().toString()),
                        remote.hostKeys().stream().sorted().toList());
            }
            Path root = home.drops().resolve(insurer.code().value());
            return new DropSheet(
                    "EMBEDDED",
                    Optional.of(root.resolve("upload")),
                    Optional.of(root.resolve("download")),
                    Optional.of(root.resolve("archive")),
                    ((DropLocation.Embedded) insurer.drop())
                            .authorizedKeys().stream()
                                    .map(line -> SshPublicKey.parse(line).fingerprint())
                                    .sorted()
                                    .toList(),
                    Optional.empty(),
                    List.of());
        }
    }

    public record UnitSheet(
            InsurerCode insurer,
            UnitCode code,
            String name,
            SalesUnit.Kind kind,
            Optional<LocalDate> confidentialitySince,
            boolean bound,
            Instant addedAt,
            Optional<Instant> closedAt)
            implements CommentedResult {

        static UnitSheet of(SalesUnit unit, LocalDate today) {
            return new UnitSheet(
                    unit.insurer(),
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    unit.confidentialitySince(),
                    unit.isBound(today),
                    unit.addedAt(),
                    unit.closedAt());
        }

        @Override
        public Optional<String> comment() {
            return Optional.of("not-bound").filter(any -> !bound && closedAt.isEmpty());
        }
    }

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
                    insurer.lines().stream().flatMap(Line::of).toList(),
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
}
