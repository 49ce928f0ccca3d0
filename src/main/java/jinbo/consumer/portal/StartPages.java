package jinbo.consumer.portal;

import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerService;
import jinbo.exchange.format.Term;
import jinbo.reference.calendar.YearNotLoadedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the portal does and does not do, and what is kept of whom. */
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

    /** The page is still worth reading where the calendar does not reach that far. */
    static void addFirstDay(ConsumerService service, Model model) {
        try {
            model.addAttribute("firstDay", service.daysOf(Term.TWO_YEARS).effectiveOn());
        } catch (YearNotLoadedException notYet) {
            model.addAttribute("firstDay", null);
        }
    }
}
