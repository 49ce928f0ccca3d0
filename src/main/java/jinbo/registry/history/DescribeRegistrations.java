package jinbo.registry.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.registry.Registration;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Gives registrations the names that people know: of uploads, insurers and lines of business. */
@Component
record DescribeRegistrations(InboundFiles inbound, Insurers insurers, BusinessLines lines) {

    private record Named(List<LineCode> lines, List<InsurerLine> insurers) {}

    RegistrationDetails of(Registration registration) {
        if (registration instanceof Registration.Complaint complaint) {
            return complaint(complaint);
        }
        if (registration instanceof Registration.Choice choice) {
            return choice.isCancellation()
                    ? registrationDetails(
                            RegistrationDetails.Kind.CANCELLATION, registration, named(Set.of()), List.of())
                    : registrationDetails(
                                    RegistrationDetails.Kind.CHOICE, registration, named(choice.scopes()), List.of())
                            .withInterval(choice.interval());
        }
        if (registration instanceof Registration.Succession succession) {
            Map<Short, InsurerCode> codes =
                    insurers.all().stream().collect(Collectors.toMap(Insurer::id, Insurer::code));
            return registrationDetails(
                    RegistrationDetails.Kind.SUCCESSION,
                    registration,
                    named(Set.of()),
                    Stream.of(succession.from(), succession.to())
                            .flatMap(id -> Optional.ofNullable(codes.get(id)).stream())
                            .toList());
        }
        return registrationDetails(RegistrationDetails.Kind.RELEASE, registration, named(Set.of()), List.of());
    }

    private RegistrationDetails complaint(Registration.Complaint registration) {
        Named named = named(registration.scopes());
        return new RegistrationDetails(
                RegistrationDetails.Kind.COMPLAINT,
                registration.stamp().batch(),
                registration.stamp().revision(),
                registration.stamp().at(),
                registration.inboundFile().map(inbound::get).map(InboundFile::shownName),
                Optional.of(registration.line()),
                Optional.of(registration.complainedOn()),
                named.lines(),
                named.insurers(),
                List.of(),
                Optional.of(registration.interval()),
                registration.withdrawn().map(Registration.Stamp::at),
                registration.withdrawn().map(Registration.Stamp::revision));
    }

    private static RegistrationDetails registrationDetails(
            RegistrationDetails.Kind kind, Registration registration, Named named, List<InsurerCode> succession) {
        return new RegistrationDetails(
                kind,
                registration.stamp().batch(),
                registration.stamp().revision(),
                registration.stamp().at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                named.lines(),
                named.insurers(),
                succession,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Named named(Set<Short> scopes) {
        return new Named(
                lines.all().stream()
                        .filter(line -> scopes.contains(line.scope()))
                        .map(BusinessLine::code)
                        .toList(),
                insurers.all().stream()
                        .flatMap(insurer -> insurer.lines().stream())
                        .filter(insurer -> scopes.contains(insurer.scope()))
                        .map(LineParticipation::name)
                        .toList());
    }
}
