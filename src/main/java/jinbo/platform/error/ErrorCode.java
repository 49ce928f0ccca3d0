package jinbo.platform.error;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What can go wrong in an area: an enum, with one constant for each sentence. The bundle {@code errors} in the package of the
 * enum has the sentences under the names of the constants, with the facts in place of <code>{0}</code> and so on.
 */
public interface ErrorCode {

    /** The key of the sentence. */
    String name();

    ErrorType type();

    default String code() {
        return type().code();
    }

    default int httpStatus() {
        return type().httpStatus();
    }

    default int exitStatus() {
        return 1;
    }

    /** The sentence before the facts are filled in, as a {@link java.text.MessageFormat}. */
    default String pattern(Locale locale) {
        // without a fall-back: English is the base bundle and must not become Chinese on a Chinese machine
        return ResourceBundle.getBundle(
                        getClass().getPackageName() + ".errors",
                        locale,
                        getClass().getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }
}
