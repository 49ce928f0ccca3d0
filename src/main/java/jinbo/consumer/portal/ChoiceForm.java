package jinbo.consumer.portal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.OfferedInsurer;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.ConsumerChoice;

/**
 * What a visitor has selected so far, as far as it is offered today; {@code form} in templates.
 *
 * @param lines lines of business that are chosen as a whole
 * @param query search text for names, codes and service numbers
 */
public record ChoiceForm(Set<LineCode> lines, Set<InsurerLine> insurers, Term term, String query) {

    /** The value of the box that chooses all lines. */
    private static final String ALL = "*";

    private static final int LONGEST_QUERY = 40;

    /** Ignores values that are invalid or not offered. */
    static ChoiceForm of(
            List<String> lines, List<String> insurers, String term, String query, List<OfferedLine> offer) {
        String trimmed = query.strip();
        return offered(
                lines.contains(ALL)
                        ? offer.stream().map(one -> one.line().code()).toList()
                        : lines.stream()
                                .filter(LineCode::isCode)
                                .map(LineCode::new)
                                .toList(),
                insurers.stream()
                        .filter(InsurerLine::isName)
                        .map(InsurerLine::parse)
                        .toList(),
                Term.of(term).orElse(Term.TWO_YEARS),
                trimmed.substring(0, Math.min(trimmed.length(), LONGEST_QUERY)),
                offer);
    }

    /** Creates a form with the last choice selected, as far as it is still offered. */
    static ChoiceForm like(Optional<ConsumerRegistration> last, List<OfferedLine> offer) {
        return last.filter(registration -> !registration.isCancellation())
                .map(registration -> offered(
                        registration.lines(),
                        registration.insurers(),
                        registration.block().orElseThrow().term(),
                        "",
                        offer))
                .orElseGet(() -> new ChoiceForm(Set.of(), Set.of(), Term.TWO_YEARS, ""));
    }

    private static ChoiceForm offered(
            Collection<LineCode> lines,
            Collection<InsurerLine> insurers,
            Term term,
            String query,
            List<OfferedLine> offer) {
        return new ChoiceForm(
                amongOffered(lines, offer.stream().map(one -> one.line().code())),
                amongOffered(
                        insurers,
                        offer.stream().flatMap(one -> one.insurers().stream().map(one::nameOf))),
                term,
                query);
    }

    private static <T> Set<T> amongOffered(Collection<T> chosen, Stream<T> offered) {
        return offered.filter(chosen::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isEmpty() {
        return lines.isEmpty() && insurers.isEmpty();
    }

    public boolean hasLine(LineCode line) {
        return lines.contains(line);
    }

    public boolean hasInsurer(InsurerLine name) {
        return insurers.contains(name);
    }

    /** Returns true if the insurer is chosen or matches the query. */
    public boolean shows(OfferedLine line, OfferedInsurer insurer) {
        return hasInsurer(line.nameOf(insurer))
                || insurer.searchText().toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
    }

    public boolean showsAnyOf(OfferedLine line) {
        return line.insurers().stream().anyMatch(insurer -> shows(line, insurer));
    }

    /** Returns the choice; an insurer whose line of business is chosen as a whole is left out. */
    ConsumerChoice choice() {
        return new ConsumerChoice(
                lines,
                insurers.stream().filter(insurer -> !hasLine(insurer.line())).collect(Collectors.toSet()),
                term);
    }

    /** A line of business that can be chosen, and the insurers that sell it; in {@code offer} of templates. */
    public record OfferedLine(BusinessLine line, List<OfferedInsurer> insurers) {

        public OfferedLine {
            insurers = List.copyOf(insurers);
        }

        static List<OfferedLine> on(LocalDate day, List<BusinessLine> lines, List<OfferedInsurer> insurers) {
            return new LineNames(lines)
                    .openOn(day).stream()
                            .map(line -> new OfferedLine(
                                    line,
                                    insurers.stream()
                                            .filter(insurer -> insurer.lines().contains(line.code()))
                                            .toList()))
                            .toList();
        }

        public InsurerLine nameOf(OfferedInsurer insurer) {
            return new InsurerLine(insurer.code(), line.code());
        }
    }
}
