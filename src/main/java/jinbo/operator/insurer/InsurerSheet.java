package jinbo.operator.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.operator.alert.Alert;
import jinbo.operator.key.CertificateSheet;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.participant.operation.CommentedResult;
import jinbo.reference.business.LineCode;

/**
 * All that is recorded about an insurer, and what has to come next.
 *
 * @param lines of business, those that it sold once or will sell, too
 * @param agreementsEndOn first day on which the agreements hold no longer, if an end is recorded
 * @param certificates what it signs with and is written to, the newest first
 * @param standing how it came to that, the oldest first
 */
record InsurerSheet(
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

    /**
     * A time in which it sells a line of business.
     *
     * @param endedOn the first day after it, if an end is recorded
     */
    record Line(LineCode code, LocalDate since, Optional<LocalDate> endedOn) {

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
}
