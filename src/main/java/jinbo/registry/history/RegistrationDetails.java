package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;

/**
 * A registration of a number for people to read, with the names of files, insurers and lines.
 *
 * @param lines the lines of business for which it counts with all their insurers
 * @param succession the insurer that leaves and its successor; empty for other kinds
 */
public record RegistrationDetails(
        Kind kind,
        long batch,
        long revision,
        Instant registeredAt,
        Optional<String> upload,
        Optional<Integer> line,
        Optional<LocalDate> complainedOn,
        List<LineCode> lines,
        List<InsurerLine> insurers,
        List<InsurerCode> succession,
        Optional<Interval> block,
        Optional<Instant> withdrawnAt,
        Optional<Long> withdrawnBy) {

    public enum Kind {
        COMPLAINT,
        CHOICE,
        CANCELLATION,
        RELEASE,
        SUCCESSION
    }
}
