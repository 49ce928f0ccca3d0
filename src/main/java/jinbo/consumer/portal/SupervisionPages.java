package jinbo.consumer.portal;

import java.util.stream.Collectors;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.SupervisionReport;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public pages of the supervision report. */
@PortalPage
record SupervisionPages(ConsumerService service) {

    @GetMapping("/supervision")
    String page(Model model) {
        model.addAttribute("report", service.supervision());
        return "supervision";
    }

    @GetMapping("/supervision.csv")
    ResponseEntity<byte[]> table() {
        String text = service.supervision().rows().stream()
                .map(SupervisionPages::line)
                .collect(Collectors.joining("", "month,insurer,registered,complaints,upheld,median_workdays\n", ""));
        return ConfirmationPages.file("csv", "jinbo-supervision.csv", text);
    }

    /** Needs no quotes. */
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
}
