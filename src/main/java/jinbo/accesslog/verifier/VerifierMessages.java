package jinbo.accesslog.verifier;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

final class VerifierMessages {

    static final String BUNDLE = "jinbo.accesslog.verifier.sentences";

    private VerifierMessages() {}

    static String in(Locale language, String key, Object... arguments) {
        return new MessageFormat(bundle(language).getString(key), Locale.ENGLISH).format(arguments);
    }

    static ResourceBundle bundle(Locale language) {
        // without a fall-back, because English is the base bundle and must not become Chinese on a Chinese machine
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
