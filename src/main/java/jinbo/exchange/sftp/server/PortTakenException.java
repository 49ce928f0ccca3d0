package jinbo.exchange.sftp.server;

import java.io.IOException;

/** A port on which a server was to listen is taken. */
public final class PortTakenException extends IOException {

    private static final long serialVersionUID = 1L;

    PortTakenException(String address, int port, IOException cause) {
        super("Port " + port + " of " + address + " is taken", cause);
    }
}
