package jinbo.consumer.portal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.OfferedInsurer;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Sector;
import jinbo.registry.ConsumerChoice;

/**
 * What a consumer has ticked so far, and for which insurers it looks; on pages by the name {@code form}.
 *
 * @param sectors whose insurers are all chosen
 * @param insurers that are chosen one by one
 * @param term how long
 * @param query what is looked for in names, codes and service numbers
 */
public record ChoiceForm(Set<Sector> sectors, Set<InsurerCode> insurers, Term term, String query) {

    private static final int LONGEST_QUERY = 40;

    static ChoiceForm empty() {
        return new ChoiceForm(Set.of(), Set.of(), Term.TWO_YEARS, "");
    }

    /** What a browser has sent; what is no sector, code or term is not there. */
    static ChoiceForm of(List<String> sectors, List<String> insurers, String term, String query) {
        Set<Sector> chosen = EnumSet.noneOf(Sector.class);
        for (Sector sector : Sector.values()) {
            if (sectors.contains(sector.name())) {
                chosen.add(sector);
            }
        }
        Set<InsurerCode> codes = new TreeSet<>();
        insurers.stream().filter(InsurerCode::isCode).map(InsurerCode::new).forEach(codes::add);
        String looked = query.strip();
        return new ChoiceForm(
                chosen,
                codes,
                Term.of(term).orElse(Term.TWO_YEARS),
                looked.substring(0, Math.min(looked.length(), LONGEST_QUERY)));
    }

    /** Whether nothing is chosen. */
    public boolean isEmpty() {
        return sectors.isEmpty() && insurers.isEmpty();
    }

    /** Whether all insurers of a sector are chosen. */
    public boolean hasSector(Sector sector) {
        return sectors.contains(sector);
    }

    /** Whether an insurer is chosen by itself. */
    public boolean hasInsurer(InsurerCode code) {
        return insurers.contains(code);
    }

    /** Whether an insurer is shown: it is chosen, or its name, code or service number holds what is looked for. */
    public boolean shows(OfferedInsurer insurer) {
        return hasInsurer(insurer.code())
                || insurer.searchText().toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
    }

    /** The choice, without insurers whose whole sector is chosen. */
    ConsumerChoice choice(List<OfferedInsurer> offered) {
        Set<InsurerCode> alone = new TreeSet<>(insurers);
        offered.stream()
                .filter(insurer -> sectors.contains(insurer.sector()))
                .map(OfferedInsurer::code)
                .forEach(alone::remove);
        return new ConsumerChoice(sectors, alone, term);
    }

    /** The term of what was said last, and whom it named. */
    static ChoiceForm like(Optional<ConsumerRegistration> last) {
        return last.filter(registration -> !registration.isCancellation())
                .map(registration -> new ChoiceForm(
                        registration.sectors(),
                        registration.insurers(),
                        registration.block().orElseThrow().term(),
                        ""))
                .orElseGet(ChoiceForm::empty);
    }
}
