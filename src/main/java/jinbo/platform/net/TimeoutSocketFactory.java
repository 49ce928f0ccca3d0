package jinbo.platform.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;

/**
 * Makes the sockets to PostgreSQL, which its driver is told by the connection property {@code socketFactory}.
 *
 * <p>The driver's {@code socketTimeout} bounds only how long it waits for something to read. A server that is stopped, or a
 * line that swallows everything, also stops taking what is sent, and a write to it would wait without end: its kernel goes on
 * saying that there is no room. So writes are given the same time here.
 */
public final class TimeoutSocketFactory extends SocketFactory {

    private final Duration patience;

    /**
     * @param connection the driver's connection properties; {@code socketTimeout} (seconds, 0 for no bound) is read
     */
    public TimeoutSocketFactory(Properties connection) {
        this(Duration.ofSeconds(Long.parseLong(connection.getProperty("socketTimeout", "0"))));
    }

    TimeoutSocketFactory(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Socket createSocket() {
        return new TimeoutSocket(patience);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    private Socket connected(InetSocketAddress server) throws IOException {
        return connected(server, new InetSocketAddress(0));
    }

    private Socket connected(InetSocketAddress server, InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(local);
            socket.connect(server);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
