package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.business.LineException;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.ConsumerChoice;
import picocli.CommandLine.Option;

/** Who is not to call a consumer, and for how long, as it is typed. */
final class TypedChoice {

    @Option(names = "--line", paramLabel = "LINE", descriptionKey = "choice.line")
    private List<LineCode> lines = List.of();

    @Option(names = "--insurer", paramLabel = "CODE[/LINE]", descriptionKey = "choice.insurer")
    private List<TypedInsurer> insurers = List.of();

    @Option(names = "--term", paramLabel = "TERM", required = true)
    private Term term = Term.TWO_YEARS;

    TypedChoice() {}

    /** @throws UsageException if nobody is named: that is a cancellation, and has a command of its own */
    void check() {
        if (lines.isEmpty() && insurers.isEmpty()) {
            throw new UsageException("wrong.choice-of-nobody");
        }
    }

    /**
     * What it means today.
     *
     * @throws LineException if it names a line that does not exist or is not open
     * @throws jinbo.participant.insurer.InsurerException if it names an insurer that does not exist, or in a line that it does
     *     not sell
     */
    ConsumerChoice in(Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        lines.forEach(line -> installation.get(BusinessLines.class).getOpen(line, today));
        return new ConsumerChoice(
                Set.copyOf(lines),
                insurers.stream()
                        .flatMap(insurer -> insurer.on(today, installation))
                        .collect(Collectors.toSet()),
                term);
    }

    /** Lines and insurers in lines, separated by commas. */
    static String names(ConsumerChoice choice) {
        return Stream.concat(new TreeSet<>(choice.lines()).stream(), new TreeSet<>(choice.insurers()).stream())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    Term term() {
        return term;
    }

    /**
     * An insurer, in one line or in all that it sells.
     *
     * @param code who
     * @param line in which; if empty, in every open one that it sells
     */
    record TypedInsurer(InsurerCode code, Optional<LineCode> line) {

        /** With or without a line: {@code YUNHE} or {@code YUNHE/MOTOR}. */
        static TypedInsurer parse(String typed) {
            String[] parts = typed.split("/", 2);
            return new TypedInsurer(
                    new InsurerCode(parts[0]),
                    Arrays.stream(parts).skip(1).map(ValueConverters::line).findFirst());
        }

        Stream<InsurerLine> on(LocalDate today, Installation installation) {
            Insurers insurers = installation.get(Insurers.class);
            if (line.isPresent()) {
                installation.get(BusinessLines.class).getOpen(line.get(), today);
                return Stream.of(insurers.getSold(new InsurerLine(code, line.get()), today)
                        .name());
            }
            Insurer insurer = insurers.get(code);
            List<LineParticipation> open = insurer.openLinesOn(today);
            if (open.isEmpty()) {
                throw LineException.notOpen(insurer.linesOn(today).get(0).line(), today);
            }
            return open.stream().map(LineParticipation::name);
        }
    }
}
