package jinbo.operator.number;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.Interval;

/**
 * What became of a consumer's choice; it does not repeat the number.
 *
 * @param done registered, changed, cancelled or released
 * @param insurers that are not to call, each in a line, beside those
 * @param effectiveOn the first day of the block, for insurers that did not have to keep quiet before
 * @param expiresOn the first day after it, for all that are named
 * @param segmentUnknown whether no table says where the number belongs
 */
record RegistrationResult(
        String done,
        boolean knownBefore,
        long revision,
        Instant registeredAt,
        List<LineCode> businessLines,
        List<InsurerLine> insurers,
        Optional<String> term,
        Optional<LocalDate> effectiveOn,
        Optional<LocalDate> expiresOn,
        boolean segmentUnknown) {

    static RegistrationResult ofChoice(
            String done,
            boolean knownBefore,
            ConsumerChoice choice,
            ConsumerChoices.Result result,
            boolean segmentUnknown) {
        return new RegistrationResult(
                done,
                knownBefore,
                result.revision(),
                result.registeredAt(),
                choice.lines().stream().sorted().toList(),
                choice.insurers().stream().sorted().toList(),
                Optional.of(choice.term().text()),
                result.block().map(Interval::effectiveOn),
                result.block().map(Interval::expiresOn),
                segmentUnknown);
    }

    static RegistrationResult of(String done, boolean knownBefore, ConsumerChoices.Result result) {
        return new RegistrationResult(
                done,
                knownBefore,
                result.revision(),
                result.registeredAt(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Derived
    List<String> names() {
        return Stream.concat(businessLines.stream(), insurers.stream())
                .map(Object::toString)
                .toList();
    }

    @Derived
    boolean replaces() {
        return knownBefore && effectiveOn.isPresent();
    }
}
