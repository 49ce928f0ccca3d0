package jinbo.exchange.sftp.server;

import java.io.IOException;
import java.util.Locale;
import jinbo.platform.error.Coded;
import jinbo.platform.error.ErrorMessage;

/** A port on which a server was to listen is taken. */
public final class PortTakenException extends IOException implements Coded {

    private static final long serialVersionUID = 1L;

    private final transient ErrorMessage message;

    PortTakenException(String address, int port, IOException cause) {
        this(ErrorMessage.of(SftpServerError.PORT_TAKEN, port, address), cause);
    }

    private PortTakenException(ErrorMessage message, IOException cause) {
        super(message.in(Locale.ROOT), cause);
        this.message = message;
    }

    @Override
    public ErrorMessage errorMessage() {
        return message;
    }
}
