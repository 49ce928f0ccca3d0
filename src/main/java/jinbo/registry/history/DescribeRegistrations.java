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
import jinbo.registry.RegistrationStamp;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Gives acts the names that people know: of uploads and of insurers. */
@Component
class DescribeRegistrations {

    private final InboundFiles inbound;
    private final Insurers insurers;

    DescribeRegistrations(InboundFiles inbound, Insurers insurers) {
        this.inbound = inbound;
        this.insurers = insurers;
    }

    RegistrationDetails of(Registration act) {
        if (act instanceof Registration.Complaint complaint) {
            return complaint(complaint);
        }
        if (act instanceof Registration.Choice choice) {
            return choice(choice);
        }
        if (act instanceof Registration.Succession succession) {
            Map<Short, InsurerCode> codes = codes();
            return word(
                    RegistrationDetails.Kind.SUCCESSION,
                    act,
                    List.of(),
                    Stream.of(succession.from(), succession.to())
                            .flatMap(id -> Optional.ofNullable(codes.get(id)).stream())
                            .toList());
        }
        return word(RegistrationDetails.Kind.RELEASE, act, List.of(), List.of());
    }

    private RegistrationDetails complaint(Registration.Complaint act) {
        Map<Short, InsurerCode> codes = codes();
        return new RegistrationDetails(
                RegistrationDetails.Kind.COMPLAINT,
                act.registered().batch(),
                act.registered().revision(),
                act.registered().at(),
                act.inboundFile().map(inbound::get).map(InboundFile::shownName),
                Optional.of(act.line()),
                Optional.of(act.complainedOn()),
                codes.containsKey(act.scope()) ? List.of() : List.of(act.sector()),
                Optional.ofNullable(codes.get(act.scope())).stream().toList(),
                Optional.of(act.ban()),
                act.withdrawn().map(RegistrationStamp::at),
                act.withdrawn().map(RegistrationStamp::revision));
    }

    private RegistrationDetails choice(Registration.Choice act) {
        Map<Short, InsurerCode> codes = codes();
        List<Sector> sectors = Stream.of(Sector.values()).filter(act::names).toList();
        List<InsurerCode> named = act.scopes().stream()
                .flatMap(id -> Optional.ofNullable(codes.get(id)).stream())
                .sorted()
                .toList();
        return act.isCancellation()
                ? word(RegistrationDetails.Kind.CANCELLATION, act, List.of(), List.of())
                : word(RegistrationDetails.Kind.CHOICE, act, sectors, named).bringing(act.ban());
    }

    private static RegistrationDetails word(
            RegistrationDetails.Kind kind, Registration act, List<Sector> sectors, List<InsurerCode> insurers) {
        return new RegistrationDetails(
                kind,
                act.registered().batch(),
                act.registered().revision(),
                act.registered().at(),
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
