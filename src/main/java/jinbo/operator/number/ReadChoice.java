package jinbo.operator.number;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.operator.number.NumberOperations.Choice;
import jinbo.operator.number.NumberOperations.NamedInsurer;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineException;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.ConsumerChoice;
import org.springframework.stereotype.Component;

@Component
record ReadChoice(BusinessLines lines, Insurers insurers, Clock clock) {

    /**
     * @throws LineException if it names a line that does not exist or is not open
     * @throws jinbo.participant.insurer.InsurerException if it names an insurer that does not exist, or in a line that it does
     *     not sell
     */
    ConsumerChoice today(Choice choice) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
        choice.line().forEach(line -> lines.getOpen(line, today));
        return new ConsumerChoice(
                Set.copyOf(choice.line()),
                choice.insurer().stream().flatMap(insurer -> on(insurer, today)).collect(Collectors.toSet()),
                choice.term().term());
    }

    private Stream<InsurerLine> on(NamedInsurer named, LocalDate today) {
        if (named.line().isPresent()) {
            lines.getOpen(named.line().get(), today);
            InsurerLine sold = new InsurerLine(named.code(), named.line().get());
            return Stream.of(insurers.getSold(sold, today).name());
        }
        Insurer insurer = insurers.get(named.code());
        List<LineParticipation> open = insurer.openLinesOn(today);
        if (open.isEmpty()) {
            throw LineException.notOpen(insurer.linesOn(today).get(0).line(), today);
        }
        return open.stream().map(LineParticipation::name);
    }

    static List<String> names(ConsumerChoice choice) {
        return Stream.concat(
                        choice.lines().stream().sorted(),
                        choice.insurers().stream().sorted())
                .map(Object::toString)
                .toList();
    }
}
