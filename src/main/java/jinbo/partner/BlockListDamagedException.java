package jinbo.partner;

import java.io.IOException;

/** The held list, or the note of which one it is, is not what was written: no sales call may rest on it. */
public final class BlockListDamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    BlockListDamagedException(String message) {
        super(message);
    }
}
