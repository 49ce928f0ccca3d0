package jinbo.partner;

import java.io.IOException;

/** The held list, or the note of which one it is, is not what was written: no sales call may rest on it. */
public final class ListDamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    ListDamagedException(String message) {
        super(message);
    }
}
