package jinbo.consumer.portal;

import java.util.List;
import jinbo.consumer.PlannedChange;
import org.springframework.ui.Model;

/** What a choice would change, in the sections of the page: blocks that begin, go on and end. */
record ChangeView(Section begins, Section goesOn, Section ends) {

    public record Section(List<PlannedChange.OfInsurer> rows) {

        public long insurers() {
            return rows.stream().map(row -> row.insurer().code()).distinct().count();
        }
    }

    static ChangeView of(PlannedChange change) {
        return new ChangeView(
                new Section(change.of(PlannedChange.Kind.BEGINS)),
                new Section(change.of(PlannedChange.Kind.GOES_ON)),
                new Section(change.of(PlannedChange.Kind.ENDS)));
    }

    void addTo(Model model) {
        // existing blocks are affected
        model.addAttribute("isChange", !goesOn.rows().isEmpty() || !ends.rows().isEmpty());
        model.addAttribute("begins", begins);
        model.addAttribute("goesOn", goesOn);
        model.addAttribute("ends", ends);
    }
}
