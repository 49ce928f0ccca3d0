package jinbo.platform.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A loopback port for a server that takes a while until it listens. It is below 32768, because operating systems give the
 * ports above to outgoing connections, which could take it meanwhile.
 */
public final class FreePort {

    private static final int ATTEMPTS = 100;

    private FreePort() {}

    /** @throws UncheckedIOException if there is none after a hundred attempts */
    public static int find() {
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(16_384, 32_768);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException inUse) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException(inUse);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
