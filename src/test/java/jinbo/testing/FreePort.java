package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of this machine on which nobody listens, and which is not given to an outgoing connection either, as those from 32768
 * on are: a server may take a while until it listens there.
 */
public final class FreePort {

    private FreePort() {}

    /** Finds one. */
    public static int find() {
        int port = ThreadLocalRandom.current().nextInt(16_384, 32_768);
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException inUse) {
            return find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
