package jinbo.operator.cli;

import java.util.List;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.AlertMessages;

/** Writes what needs a person, under a heading, if there is anything. */
final class PrintAlerts {

    private PrintAlerts() {}

    static void on(Page page, List<Alert> concerns) {
        if (!concerns.isEmpty()) {
            AlertMessages sentences = AlertMessages.in(page.texts().language().locale());
            page.blank();
            page.say("concerns");
            concerns.forEach(concern -> page.print("  " + sentences.of(concern)));
        }
    }
}
