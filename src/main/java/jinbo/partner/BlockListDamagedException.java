package jinbo.partner;

import java.io.IOException;
import jinbo.exchange.format.FormatException;

/** The held list, or the note of which one it is, is not what was written: no sales call may rest on it. */
public final class BlockListDamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    BlockListDamagedException(String message) {
        super(message);
    }

    /** Without the cause, which adds nothing but the place. */
    static BlockListDamagedException at(FormatException row) {
        return new BlockListDamagedException("The list that is held is damaged at " + row.place()
                + "; make no sales call, and run partner sync, which makes it anew or asks for a full list");
    }
}
