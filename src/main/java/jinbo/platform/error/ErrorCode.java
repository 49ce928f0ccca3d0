package jinbo.platform.error;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Implemented by the enums of errors; most packages have one. The resource bundle {@code errors} in the package of the
 * enum has a sentence for each constant; its arguments are called facts.
 */
public interface ErrorCode {

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

    /** The sentence as a pattern of {@link java.text.MessageFormat}. */
    default String pattern(Locale locale) {
        // no fallback to the default locale: where that is Chinese, an English reader would get Chinese
        return ResourceBundle.getBundle(
                        getClass().getPackageName() + ".errors",
                        locale,
                        getClass().getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }
}
