package jinbo.partner;

import java.io.IOException;
import java.util.Locale;
import jinbo.exchange.format.FormatException;
import jinbo.platform.error.Coded;
import jinbo.platform.error.ErrorMessage;

/** The held list, or the note of which one it is, is not what was written: no sales call may rest on it. */
public final class BlockListDamagedException extends IOException implements Coded {

    private static final long serialVersionUID = 1L;

    private final transient ErrorMessage message;

    BlockListDamagedException(PartnerError error, Object... facts) {
        this(ErrorMessage.of(error, facts));
    }

    private BlockListDamagedException(ErrorMessage message) {
        super(message.in(Locale.ROOT));
        this.message = message;
    }

    /** Without the cause, which adds nothing but the place. */
    static BlockListDamagedException at(FormatException row) {
        return new BlockListDamagedException(PartnerError.LIST_DAMAGED, row.place());
    }

    @Override
    public ErrorMessage errorMessage() {
        return message;
    }
}
