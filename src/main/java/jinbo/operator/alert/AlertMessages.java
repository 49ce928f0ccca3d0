package jinbo.operator.alert;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.RecordedSentences;

/** The sentences of alerts in one language; each says what is wrong and what to do. */
public final class AlertMessages {

    static final String BUNDLE = "jinbo.operator.alert.alerts";

    private static final String NOTHING = "-";

    private final ResourceBundle bundle;

    private AlertMessages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static AlertMessages in(Locale language) {
        // no fallback to the default locale: where that is Chinese, an English reader would get Chinese
        return new AlertMessages(ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The sentence of an alert, preceded by its urgency. */
    public String of(Alert alert) {
        String sentence = text(
                alert.code().name(),
                alert.insurer().map(InsurerCode::value).orElse(NOTHING),
                RecordedSentences.in(alert.detail().orElse(NOTHING), bundle.getLocale()));
        return alert.notice()
                .map(expiryNotice ->
                        text("notice." + expiryNotice.level(), Long.toString(expiryNotice.daysLeft()), sentence))
                .orElse(sentence);
    }

    String ofExpiry(Alert alert) {
        return text("over", of(alert));
    }

    ResourceBundle bundle() {
        return bundle;
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
    }
}
