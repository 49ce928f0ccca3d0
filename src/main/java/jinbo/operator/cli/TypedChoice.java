package jinbo.operator.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.Sector;
import jinbo.registry.ConsumerChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Who is not to call a consumer, and for how long, as it is typed. */
final class TypedChoice {

    @Option(names = "--sector", paramLabel = "SECTOR", descriptionKey = "choice.sector")
    private List<Sector> sectors = List.of();

    @Option(names = "--insurer", paramLabel = "CODE", descriptionKey = "choice.insurer", converter = InsurerCodes.class)
    private List<InsurerCode> insurers = List.of();

    @Option(names = "--term", paramLabel = "TERM", required = true, converter = Terms.class)
    private Term term = Term.TWO_YEARS;

    TypedChoice() {}

    /** @throws UsageException if nobody is named: that is a cancellation, and has a command of its own */
    void check() {
        if (sectors.isEmpty() && insurers.isEmpty()) {
            throw new UsageException("wrong.choice-of-nobody");
        }
    }

    /** @throws jinbo.participant.insurer.InsurerException.Unknown if it names an insurer that does not exist */
    ConsumerChoice in(Installation installation) {
        insurers.forEach(installation.get(Insurers.class)::get);
        return new ConsumerChoice(Set.copyOf(sectors), Set.copyOf(insurers), term);
    }

    /** Sectors and insurers, separated by commas. */
    static String names(ConsumerChoice choice) {
        Set<Sector> sectors = EnumSet.noneOf(Sector.class);
        sectors.addAll(choice.sectors());
        return Stream.concat(
                        sectors.stream().map(Sector::name),
                        new TreeSet<>(choice.insurers()).stream().map(InsurerCode::value))
                .collect(Collectors.joining(", "));
    }

    Term term() {
        return term;
    }

    /** Reads a term from the command line. */
    static final class Terms implements ITypeConverter<Term> {
        @Override
        public Term convert(String typed) {
            return Term.of(typed).orElseThrow(() -> new IllegalArgumentException("no term"));
        }
    }
}
