package jinbo.testing;

import jinbo.platform.error.Coded;
import jinbo.platform.error.ErrorCode;
import org.assertj.core.api.Condition;

/** That an exception reports an error. */
public final class ExpectedError {

    private ExpectedError() {}

    public static Condition<Throwable> error(ErrorCode expected) {
        return new Condition<>(
                thrown -> thrown instanceof Coded coded && coded.error() == expected, "error " + expected);
    }

    /** Whichever of the sentences with this code. */
    public static Condition<Throwable> code(String expected) {
        return new Condition<>(
                thrown -> thrown instanceof Coded coded && coded.error().code().equals(expected), "code " + expected);
    }
}
