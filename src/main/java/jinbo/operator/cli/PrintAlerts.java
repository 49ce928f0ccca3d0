package jinbo.operator.cli;

import java.util.List;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.AlertMessages;

/** Writes what needs a person, under a heading, if there is anything. */
final class PrintAlerts {

    private PrintAlerts() {}

    static void print(Page page, List<Alert> alerts) {
        if (!alerts.isEmpty()) {
            AlertMessages sentences = AlertMessages.in(page.texts().language().locale());
            page.blank();
            page.say("alerts");
            alerts.forEach(alert -> page.print("  " + sentences.of(alert)));
        }
    }
}
