package jinbo.cases.sanction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.cases.CallLines;
import jinbo.cases.UpheldCases;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;

/**
 * Says for whom upheld cases count. Those of an insurer that has left count for its successor, who goes on with its business; the
 * signs of its salespersons mean nothing there, and so nobody is judged by them any more.
 */
final class AttributeCases {

    private final Map<InsurerCode, Insurer> insurers;

    AttributeCases(List<Insurer> insurers) {
        this.insurers = insurers.stream().collect(Collectors.toMap(Insurer::code, Function.identity()));
    }

    List<AttributedCase> of(List<UpheldCases.UpheldCase> cases) {
        return cases.stream().flatMap(this::of).toList();
    }

    /** Who is there of whom a sanction is, or was, about. */
    Optional<SanctionSubject> currentSubject(SanctionSubject subject) {
        return subject.salesperson().isPresent()
                ? Optional.of(subject).filter(who -> takesPart(who.insurer()))
                : there(subject.insurer()).map(SanctionSubject::of);
    }

    private Stream<AttributedCase> of(UpheldCases.UpheldCase upheld) {
        InsurerCode insurer = upheld.party().insurer();
        return Stream.concat(
                        Stream.of(SanctionSubject.of(insurer)),
                        upheld.party().salesperson().stream()
                                .map(sign -> new SanctionSubject(insurer, Optional.of(sign))))
                .flatMap(subject -> currentSubject(subject).stream())
                .map(subject -> new AttributedCase(upheld.number(), subject, lines(upheld), upheld.calledAt()));
    }

    private Set<LineCode> lines(UpheldCases.UpheldCase upheld) {
        return CallLines.of(get(upheld.party().insurer()), upheld.businessLine(), upheld.calledAt()).stream()
                .map(LineParticipation::code)
                .collect(Collectors.toSet());
    }

    private Optional<InsurerCode> there(InsurerCode code) {
        Optional<InsurerStatus.Departure> departure = get(code).departure();
        return departure.isEmpty()
                ? Optional.of(code)
                : departure.flatMap(InsurerStatus.Departure::successor).flatMap(this::there);
    }

    private boolean takesPart(InsurerCode code) {
        return get(code).departure().isEmpty();
    }

    private Insurer get(InsurerCode code) {
        return Optional.ofNullable(insurers.get(code)).orElseThrow();
    }
}
