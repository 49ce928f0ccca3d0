package jinbo.partner;

import java.io.IOException;
import java.util.Locale;
import jinbo.exchange.format.FormatException;
import jinbo.platform.error.Coded;
import jinbo.platform.error.ErrorMessage;

/** The local block list or its record is damaged, so the list must not be used for sales calls. */
public final class BlockListDamagedException extends IOException implements Coded {

    private final transient ErrorMessage message;

    BlockListDamagedException(PartnerError error, Object... facts) {
        this(ErrorMessage.of(error, facts));
    }

    private BlockListDamagedException(ErrorMessage message) {
        super(message.in(Locale.ROOT));
        this.message = message;
    }

    static BlockListDamagedException at(FormatException row) {
        return new BlockListDamagedException(PartnerError.LIST_DAMAGED, row.place());
    }

    @Override
    public ErrorMessage errorMessage() {
        return message;
    }
}
