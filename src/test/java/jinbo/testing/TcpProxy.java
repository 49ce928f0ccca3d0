package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jinbo.testing.NetworkFault.Direction;
import jinbo.testing.NetworkFault.Kind;

/**
 * A line to a server on this machine that fails as it is told: once at a place, or altogether until it is healed. Counts the
 * bytes of each connection, so that a sound run shows which places there are.
 */
public final class TcpProxy implements AutoCloseable {

    private final int serverPort;
    private final int port;
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private final List<ProxiedConnection> givenUp = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<NetworkFault>> armed = new AtomicReference<>(Optional.empty());
    private final Throttle pace = new Throttle();
    private volatile Optional<Kind> down = Optional.empty();
    private volatile boolean struck;
    private ServerSocket listening;
    private Thread accepting;

    private TcpProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listening = listen(0);
        this.port = listening.getLocalPort();
        this.accepting = accept(listening);
    }

    /** A sound line to a port of the loopback address. */
    public static TcpProxy to(int serverPort) {
        try {
            return new TcpProxy(serverPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect, on the loopback address. */
    public int port() {
        return port;
    }

    /** The connections since the proxy began or was healed, in the order of their arrival. */
    public List<ProxiedConnection> connections() {
        return List.copyOf(connections);
    }

    /** Has the line fail once: on the first connection that comes to the fault's moment. */
    public void arm(NetworkFault fault) {
        struck = false;
        armed.set(Optional.of(fault));
    }

    /** Whether the armed fault has happened, or the line was broken by hand. */
    public boolean hasFired() {
        return struck;
    }

    /** Breaks all connections that stand; new ones are sound. */
    public void breakNow(Kind kind) {
        struck = true;
        connections.forEach(connection -> connection.breakOff(kind));
    }

    /** Breaks the connection that was made last; the others stand, and new ones are sound. */
    public void breakNewest(Kind kind) {
        struck = true;
        connections.get(connections.size() - 1).breakOff(kind);
    }

    /** Breaks all connections, and each new one at once, until the line is healed. */
    public void goDown(Kind kind) {
        down = Optional.of(kind);
        breakNow(kind);
    }

    /** Does not even accept connections until the line is healed. */
    public void refuseConnections() {
        struck = true;
        try {
            listening.close();
            // as long as a thread waits in it, the kernel keeps the closed socket, and goes on taking connections
            accepting.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets each byte wait, and no more than so many a second pass, in each direction. */
    public void slowDown(Duration delay, long bytesPerSecond) {
        pace.set(delay, bytesPerSecond);
    }

    /** Ends what was broken, and is a sound and fast line from now on. */
    public void heal() {
        struck = false;
        armed.set(Optional.empty());
        down = Optional.empty();
        pace.set(Duration.ZERO, Long.MAX_VALUE);
        for (ProxiedConnection connection : connections) {
            if (connection.isBroken()) {
                connection.close();
                givenUp.add(connection);
            }
        }
        connections.removeAll(givenUp);
        if (listening.isClosed()) {
            try {
                listening = listen(port);
                accepting = accept(listening);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            connections.forEach(ProxiedConnection::close);
            accepting.join();
            // one may have been accepted meanwhile
            connections.forEach(ProxiedConnection::close);
            for (ProxiedConnection connection : connections) {
                connection.join();
            }
            for (ProxiedConnection connection : givenUp) {
                connection.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the fault of this moment is this connection's: it happens once. */
    boolean take(NetworkFault fault) {
        Optional<NetworkFault> now = armed.get();
        if (now.filter(fault::equals).isPresent() && armed.compareAndSet(now, Optional.empty())) {
            struck = true;
            return true;
        }
        return false;
    }

    Optional<NetworkFault> armed() {
        return armed.get();
    }

    Throttle pace() {
        return pace;
    }

    /** Totals of the bytes of all connections so far, in a direction. */
    public long bytes(Direction direction) {
        return connections.stream()
                .mapToLong(connection -> connection.passed(direction))
                .sum();
    }

    private Thread accept(ServerSocket from) {
        Thread thread = new Thread(() -> acceptAll(from), "proxy-" + port);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void acceptAll(ServerSocket from) {
        while (true) {
            try {
                Socket client = from.accept();
                try {
                    ProxiedConnection connection = new ProxiedConnection(
                            this, client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
                    connections.add(connection);
                    down.ifPresent(connection::breakOff);
                    connection.start();
                } catch (IOException e) {
                    // the server is not there: what the client sees is a line that ends
                    client.close();
                }
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        return socket;
    }

    /** How fast a line is. */
    static final class Throttle {

        private static final int SLICES_A_SECOND = 20;

        private volatile Duration delay = Duration.ZERO;
        private volatile long bytesPerSecond = Long.MAX_VALUE;

        void set(Duration delay, long bytesPerSecond) {
            this.delay = delay;
            this.bytesPerSecond = bytesPerSecond;
        }

        /** How many bytes may pass at once. */
        int slice(int wanted) {
            return (int) Math.max(1, Math.min(wanted, bytesPerSecond / SLICES_A_SECOND));
        }

        /** Waits before bytes are read on, unless the line ends. */
        void delay(CountDownLatch ended) throws InterruptedException {
            hold(ended, delay.toNanos());
        }

        /** Waits as long as these bytes take, unless the line ends. */
        void delayFor(int bytes, CountDownLatch ended) throws InterruptedException {
            hold(ended, bytesPerSecond == Long.MAX_VALUE ? 0 : TimeUnit.SECONDS.toNanos(1) * bytes / bytesPerSecond);
        }

        private static void hold(CountDownLatch ended, long nanos) throws InterruptedException {
            if (nanos > 0) {
                ended.await(nanos, TimeUnit.NANOSECONDS);
            }
        }
    }
}
