package jinbo.consumer.portal;

import java.util.List;
import jinbo.consumer.PlannedChange;
import org.springframework.ui.Model;

/**
 * What a choice would change, in the order in which {@code change.html} shows it.
 *
 * @param begins whose blocks begin
 * @param goesOn whose go on
 * @param ends whose end
 */
record ChangeView(
        List<PlannedChange.OfInsurer> begins,
        List<PlannedChange.OfInsurer> goesOn,
        List<PlannedChange.OfInsurer> ends) {

    static ChangeView of(PlannedChange change) {
        return new ChangeView(
                change.of(PlannedChange.Kind.BEGINS),
                change.of(PlannedChange.Kind.GOES_ON),
                change.of(PlannedChange.Kind.ENDS));
    }

    void addTo(Model model) {
        model.addAttribute("begins", begins);
        model.addAttribute("goesOn", goesOn);
        model.addAttribute("ends", ends);
    }
}
