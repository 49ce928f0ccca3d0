package jinbo.platform.error;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Implemented by an area's enum of errors. The bundle {@code errors} in the package of the enum has a sentence for each
 * constant, with the facts as arguments.
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
        // no fallback: the English base bundle must not become Chinese on a Chinese machine
        return ResourceBundle.getBundle(
                        getClass().getPackageName() + ".errors",
                        locale,
                        getClass().getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }
}
