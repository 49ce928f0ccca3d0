package jinbo.consumer.portal;

import java.util.stream.Collectors;
import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.ConsumerServiceUnavailableException;
import jinbo.consumer.SupervisionReport;
import jinbo.exchange.format.Term;
import jinbo.reference.calendar.YearNotLoadedException;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that are open to everybody, without a proven number. */
@PortalPage
record StartPages(ConsumerService service) {

    static final String CHOOSE = "choose";

    @GetMapping("/")
    String start(@RequestParam(required = false) String again, Model model) {
        model.addAttribute("again", again != null);
        return page(service, CHOOSE, model);
    }

    /** Shows also while the exchange cannot be reached what is kept, though not how long. */
    @GetMapping("/privacy")
    String privacy(Model model) {
        model.addAttribute("version", ConsentText.VERSION);
        model.addAttribute("complaintVersion", ConsentText.OF_COMPLAINTS);
        try {
            model.addAttribute("retention", service.retention());
        } catch (ConsumerServiceUnavailableException down) {
            model.addAttribute("retention", null);
        }
        return "privacy";
    }

    @GetMapping("/supervision")
    String supervision(Model model) {
        model.addAttribute("report", service.supervision());
        return "supervision";
    }

    @GetMapping("/supervision.csv")
    ResponseEntity<byte[]> supervisionTable() {
        String text = service.supervision().rows().stream()
                .map(StartPages::line)
                .collect(Collectors.joining("", "month,insurer,registered,complaints,upheld,median_workdays\n", ""));
        return RegistrationPages.file("csv", "jinbo-supervision.csv", text);
    }

    /** The values need no quotes in CSV. */
    private static String line(SupervisionReport.Row row) {
        return String.join(
                        ",",
                        row.month(),
                        row.insurer(),
                        row.registered(),
                        row.complaints(),
                        row.upheld(),
                        row.workdays())
                + "\n";
    }

    /**
     * Shows the first day of a block that is chosen now, unless the calendar does not reach it.
     *
     * @param to the selected page that follows the code
     */
    static String page(ConsumerService service, String to, Model model) {
        model.addAttribute("to", to);
        try {
            model.addAttribute("firstDay", service.daysOf(Term.TWO_YEARS).effectiveOn());
        } catch (YearNotLoadedException notYet) {
            model.addAttribute("firstDay", null);
        }
        return "start";
    }
}
