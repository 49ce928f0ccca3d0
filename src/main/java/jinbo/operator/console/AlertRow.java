package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.AlertMessages;
import jinbo.participant.insurer.InsurerCode;

/**
 * Something that needs a person, as pages show it.
 *
 * @param code what kind
 * @param insurer whom it is about, or nothing
 * @param sentence what it is and what to do
 * @param path where the next step can be taken here; nothing if it is taken at a terminal
 */
public record AlertRow(String code, String insurer, String sentence, String path) {

    static List<AlertRow> of(List<Alert> alerts, Locale locale) {
        AlertMessages sentences = AlertMessages.in("zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ROOT);
        return alerts.stream()
                .map(alert -> new AlertRow(
                        alert.code().name(),
                        alert.insurer().map(InsurerCode::value).orElse(""),
                        sentences.of(alert),
                        pathOf(alert)))
                .toList();
    }

    private static String pathOf(Alert alert) {
        return switch (alert.code()) {
            case FILES_HELD -> "/held";
            case REQUESTS_WAIT -> "/requests";
            case CASES_WITHOUT_INSURER, CASES_NOT_SENT, CASES_UNANSWERED, CASES_UNDECIDED -> "/cases";
            case SANCTIONS_WAIT -> "/sanctions";
            case RUNS_FAIL, RUN_TAKES_LONG, FILES_UNFINISHED, LISTS_UNDELIVERED, LOOK_FAILED -> "/runs";
            case NO_OWN_KEY, OWN_KEY_ENDS, OWN_KEY_SIGNS_SOON, OWN_KEY_LEFT_OVER, OWN_KEY_LOST, OWN_KEY_NOT_ANNOUNCED ->
                "/keys";
            case ACCESS_LOG_ALARM -> "/log";
            default ->
                alert.insurer().map(insurer -> "/insurers/" + insurer.value()).orElse("");
        };
    }
}
