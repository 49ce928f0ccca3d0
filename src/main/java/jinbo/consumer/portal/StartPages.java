package jinbo.consumer.portal;

import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerService;
import jinbo.exchange.format.Term;
import jinbo.reference.calendar.YearNotLoadedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page and the privacy notice. */
@PortalPage
record StartPages(ConsumerService service) {

    @GetMapping("/")
    String start(@RequestParam(required = false) String again, Model model) {
        model.addAttribute("again", again != null);
        addFirstDay(service, model);
        return "start";
    }

    @GetMapping("/privacy")
    String privacy(Model model) {
        model.addAttribute("version", ConsentText.VERSION);
        model.addAttribute("complaintVersion", ConsentText.OF_COMPLAINTS);
        return "privacy";
    }

    /** Shows the page without the day if the calendar does not reach it. */
    static void addFirstDay(ConsumerService service, Model model) {
        try {
            model.addAttribute("firstDay", service.daysOf(Term.TWO_YEARS).effectiveOn());
        } catch (YearNotLoadedException notYet) {
            model.addAttribute("firstDay", null);
        }
    }
}
