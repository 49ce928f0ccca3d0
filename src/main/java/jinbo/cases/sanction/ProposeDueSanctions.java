package jinbo.cases.sanction;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.cases.CallLines;
import jinbo.cases.UpheldCases;
import jinbo.cases.sanction.ProposeSanctions.AttributedCase;
import jinbo.cases.sanction.ProposeSanctions.RecordedStep;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes the sanctions that follow from closed cases by the ladders; people decide about them. */
@Component
@EnableConfigurationProperties(SanctionSettings.class)
public class ProposeDueSanctions {

    private final UpheldCases cases;
    private final Insurers insurers;
    private final SanctionRows rows;
    private final ProposeSanctions propose;
    private final Clock clock;

    ProposeDueSanctions(
            UpheldCases cases, Insurers insurers, SanctionRows rows, SanctionSettings settings, Clock clock) {
        this.cases = cases;
        this.insurers = insurers;
        this.rows = rows;
        this.propose = new ProposeSanctions(settings.toLadders());
        this.clock = clock;
    }

    /** Proposes the sanctions that are not recorded yet; without new cases there are none. */
    @Transactional
    public List<Sanction> run() {
        rows.lock();
        AttributeCases count = new AttributeCases(insurers.all());
        return propose.of(count.of(cases.all()), before(count)).stream()
                .map(earned -> rows.propose(earned, Actor.batch(), clock.instant()))
                .flatMap(id -> rows.find(id).stream())
                .toList();
    }

    private List<RecordedStep> before(AttributeCases count) {
        return rows.all().stream()
                .flatMap(sanction -> count.currentSubject(sanction.subject()).stream()
                        .map(subject -> new RecordedStep(
                                subject,
                                sanction.step(),
                                sanction.state(),
                                Set.copyOf(sanction.cases()),
                                sanction.lastCall())))
                .toList();
    }

    /** Attributes cases to insurers and salespersons; those of an insurer that has left only to its successor. */
    static final class AttributeCases {

        private final Map<InsurerCode, Insurer> insurers;

        AttributeCases(List<Insurer> insurers) {
            this.insurers = insurers.stream().collect(Collectors.toMap(Insurer::code, Function.identity()));
        }

        List<AttributedCase> of(List<UpheldCases.UpheldCase> cases) {
            return cases.stream().flatMap(this::of).toList();
        }

        Optional<SanctionSubject> currentSubject(SanctionSubject subject) {
            return subject.salesperson().isPresent()
                    ? Optional.of(subject)
                            .filter(who -> get(who.insurer()).departure().isEmpty())
                    : currentInsurer(subject.insurer()).map(SanctionSubject::of);
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

        private Optional<InsurerCode> currentInsurer(InsurerCode code) {
            Optional<InsurerStatus.Departure> departure = get(code).departure();
            return departure.isEmpty()
                    ? Optional.of(code)
                    : departure.flatMap(InsurerStatus.Departure::successor).flatMap(this::currentInsurer);
        }

        private Insurer get(InsurerCode code) {
            return Optional.ofNullable(insurers.get(code)).orElseThrow();
        }
    }
}
