package jinbo.registry.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.Sector;
import jinbo.registry.Registration;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Gives registrations the names that people know: of uploads and of insurers. */
@Component
class DescribeRegistrations {

    private final InboundFiles inbound;
    private final Insurers insurers;

    DescribeRegistrations(InboundFiles inbound, Insurers insurers) {
        this.inbound = inbound;
        this.insurers = insurers;
    }

    RegistrationDetails of(Registration registration) {
        if (registration instanceof Registration.Complaint complaint) {
            return complaint(complaint);
        }
        if (registration instanceof Registration.Choice choice) {
            return choice(choice);
        }
        if (registration instanceof Registration.Succession succession) {
            Map<Short, InsurerCode> codes = codes();
            return registrationDetails(
                    RegistrationDetails.Kind.SUCCESSION,
                    registration,
                    List.of(),
                    Stream.of(succession.from(), succession.to())
                            .flatMap(id -> Optional.ofNullable(codes.get(id)).stream())
                            .toList());
        }
        return registrationDetails(RegistrationDetails.Kind.RELEASE, registration, List.of(), List.of());
    }

    private RegistrationDetails complaint(Registration.Complaint registration) {
        Map<Short, InsurerCode> codes = codes();
        return new RegistrationDetails(
                RegistrationDetails.Kind.COMPLAINT,
                registration.stamp().batch(),
                registration.stamp().revision(),
                registration.stamp().at(),
                registration.inboundFile().map(inbound::get).map(InboundFile::shownName),
                Optional.of(registration.line()),
                Optional.of(registration.complainedOn()),
                codes.containsKey(registration.scope()) ? List.of() : List.of(registration.sector()),
                Optional.ofNullable(codes.get(registration.scope())).stream().toList(),
                Optional.of(registration.interval()),
                registration.withdrawn().map(Registration.Stamp::at),
                registration.withdrawn().map(Registration.Stamp::revision));
    }

    private RegistrationDetails choice(Registration.Choice registration) {
        Map<Short, InsurerCode> codes = codes();
        List<Sector> sectors =
                Stream.of(Sector.values()).filter(registration::names).toList();
        List<InsurerCode> named = registration.scopes().stream()
                .flatMap(id -> Optional.ofNullable(codes.get(id)).stream())
                .sorted()
                .toList();
        return registration.isCancellation()
                ? registrationDetails(RegistrationDetails.Kind.CANCELLATION, registration, List.of(), List.of())
                : registrationDetails(RegistrationDetails.Kind.CHOICE, registration, sectors, named)
                        .withInterval(registration.interval());
    }

    private static RegistrationDetails registrationDetails(
            RegistrationDetails.Kind kind,
            Registration registration,
            List<Sector> sectors,
            List<InsurerCode> insurers) {
        return new RegistrationDetails(
                kind,
                registration.stamp().batch(),
                registration.stamp().revision(),
                registration.stamp().at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sectors,
                insurers,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Map<Short, InsurerCode> codes() {
        return insurers.all().stream().collect(Collectors.toMap(Insurer::id, Insurer::code));
    }
}
