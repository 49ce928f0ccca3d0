package jinbo.operator.number;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;
import jinbo.registry.history.RegistrationDetails;

/**
 * @param insurers that it names, each in a line as in YUNHE/LIFE; of a succession the one that left and the one that inherited
 * @param effectiveOn the first day of its own block
 * @param expiresOn the first day after its own block
 * @param withdrawnBy the revision that took it back
 */
public record RegistrationSheet(
        RegistrationDetails.Kind kind,
        long revision,
        Instant registeredAt,
        Optional<String> upload,
        Optional<Integer> line,
        Optional<LocalDate> complainedOn,
        List<LineCode> businessLines,
        List<String> insurers,
        Optional<LocalDate> effectiveOn,
        Optional<LocalDate> expiresOn,
        Optional<Instant> withdrawnAt,
        Optional<Long> withdrawnBy) {

    static RegistrationSheet of(RegistrationDetails act) {
        return new RegistrationSheet(
                act.kind(),
                act.revision(),
                act.registeredAt(),
                act.upload(),
                act.line(),
                act.complainedOn(),
                act.lines(),
                Stream.concat(
                                act.insurers().stream().map(InsurerLine::toString),
                                act.succession().stream().map(InsurerCode::value))
                        .toList(),
                act.block().map(Interval::effectiveOn),
                act.block().map(Interval::expiresOn),
                act.withdrawnAt(),
                act.withdrawnBy());
    }

    @Derived
    List<String> names() {
        return Stream.concat(businessLines.stream().map(LineCode::value), insurers.stream())
                .toList();
    }
}
