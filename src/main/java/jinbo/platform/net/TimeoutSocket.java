package jinbo.platform.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;

/**
 * A socket that asks an idle line for a sign of life, and closes itself when a write has waited too long.
 *
 * <p>The signs of life are TCP's own (RFC 9293, section 3.8.4). The system's first one comes after two hours, so the times
 * are set: after a minute without any, the line counts as dead, however long the answer to a question may take.
 */
final class TimeoutSocket extends Socket {

    private static final Map<SocketOption<Integer>, Integer> SIGNS_OF_LIFE = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 30,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    private final Duration patience;

    TimeoutSocket(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        setKeepAlive(true);
        for (Map.Entry<SocketOption<Integer>, Integer> sign : SIGNS_OF_LIFE.entrySet()) {
            if (supportedOptions().contains(sign.getKey())) {
                setOption(sign.getKey(), sign.getValue());
            }
        }
        super.connect(endpoint, timeout);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        OutputStream out = super.getOutputStream();
        return patience.isZero() ? out : new WriteTimeoutOutputStream(out, this, patience);
    }
}
