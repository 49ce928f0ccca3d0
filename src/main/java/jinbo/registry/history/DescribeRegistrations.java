package jinbo.registry.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.registry.Interval;
import jinbo.registry.Registration;
import jinbo.registry.Registration.Choice;
import jinbo.registry.Registration.Complaint;
import jinbo.registry.Registration.Stamp;
import jinbo.registry.Registration.Succession;
import jinbo.registry.history.RegistrationDetails.Kind;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Describes a registration with the names of files, insurers and lines instead of their ids. */
@Component
record DescribeRegistrations(InboundFiles inbound, Insurers insurers, BusinessLines lines) {

    RegistrationDetails of(Registration registration) {
        Optional<Complaint> complaint =
                registration instanceof Complaint uploaded ? Optional.of(uploaded) : Optional.empty();
        Set<Short> scopes = scopes(registration);
        return new RegistrationDetails(
                kind(registration),
                registration.stamp().batch(),
                registration.stamp().revision(),
                registration.stamp().at(),
                complaint.flatMap(Complaint::inboundFile).map(inbound::get).map(InboundFile::shownName),
                complaint.map(Complaint::line),
                complaint.map(Complaint::complainedOn),
                lines.all().stream()
                        .filter(line -> scopes.contains(line.scope()))
                        .map(BusinessLine::code)
                        .toList(),
                insurers.all().stream()
                        .flatMap(insurer -> insurer.lines().stream())
                        .filter(insurer -> scopes.contains(insurer.scope()))
                        .map(LineParticipation::name)
                        .toList(),
                registration instanceof Succession succession ? insurers(succession) : List.of(),
                block(registration),
                complaint.flatMap(Complaint::withdrawn).map(Stamp::at),
                complaint.flatMap(Complaint::withdrawn).map(Stamp::revision));
    }

    private static Kind kind(Registration registration) {
        if (registration instanceof Choice choice) {
            return choice.isCancellation() ? Kind.CANCELLATION : Kind.CHOICE;
        }
        if (registration instanceof Succession) {
            return Kind.SUCCESSION;
        }
        return registration instanceof Complaint ? Kind.COMPLAINT : Kind.RELEASE;
    }

    private static Set<Short> scopes(Registration registration) {
        if (registration instanceof Choice choice) {
            return choice.isCancellation() ? Set.of() : choice.scopes();
        }
        return registration instanceof Complaint complaint ? complaint.scopes() : Set.of();
    }

    private static Optional<Interval> block(Registration registration) {
        if (registration instanceof Choice choice) {
            return choice.isCancellation() ? Optional.empty() : Optional.of(choice.interval());
        }
        return registration instanceof Complaint complaint ? Optional.of(complaint.interval()) : Optional.empty();
    }

    private List<InsurerCode> insurers(Succession succession) {
        Map<Short, InsurerCode> codes = insurers.all().stream().collect(Collectors.toMap(Insurer::id, Insurer::code));
        return Stream.of(succession.from(), succession.to())
                .flatMap(id -> Optional.ofNullable(codes.get(id)).stream())
                .toList();
    }
}
