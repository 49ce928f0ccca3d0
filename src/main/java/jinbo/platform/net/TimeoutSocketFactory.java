package jinbo.platform.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Creates the sockets to PostgreSQL; the driver's connection property {@code socketFactory} names this class. The
 * driver's {@code socketTimeout} only limits reads. This factory applies it to writes, too, because they would wait
 * forever for a stopped server.
 */
public final class TimeoutSocketFactory extends SocketFactory {

    private final Duration timeout;

    /** @param connection the properties of the driver, with {@code socketTimeout} in seconds, 0 for none */
    public TimeoutSocketFactory(Properties connection) {
        this(Duration.ofSeconds(Long.parseLong(connection.getProperty("socketTimeout", "0"))));
    }

    TimeoutSocketFactory(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Socket createSocket() {
        return new TimeoutSocket(timeout);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(0));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(0));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
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

    /**
     * Detects a dead connection by TCP keep-alives (RFC 9293, section 3.8.4) within 15 seconds. The server does the same,
     * by the connection options in {@code application.yaml}.
     */
    static final class TimeoutSocket extends Socket {

        private static final Map<SocketOption<Integer>, Integer> KEEP_ALIVE = Map.of(
                ExtendedSocketOptions.TCP_KEEPIDLE, 5,
                ExtendedSocketOptions.TCP_KEEPINTERVAL, 5,
                ExtendedSocketOptions.TCP_KEEPCOUNT, 2);

        private final Duration timeout;

        TimeoutSocket(Duration timeout) {
            this.timeout = timeout;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            setKeepAlive(true);
            for (Map.Entry<SocketOption<Integer>, Integer> option : KEEP_ALIVE.entrySet()) {
                if (supportedOptions().contains(option.getKey())) {
                    setOption(option.getKey(), option.getValue());
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
            return timeout.isZero() ? out : new WriteTimeoutOutputStream(out, this, timeout);
        }
    }

    /**
     * Closes the socket if a write takes too long, because sockets have no timeout for writes. One thread writes at a time.
     *
     * <p>At most one check is scheduled. It is not cancelled when a write ends, because waking the timer for each write is costly;
     * if another write is under way by then, the check is scheduled again. So a closed socket stays in memory until its check.
     */
    static final class WriteTimeoutOutputStream extends OutputStream {

        private static final ScheduledThreadPoolExecutor TIMER = createTimer();

        private final OutputStream out;
        private final Closeable socket;
        private final Duration timeout;
        private final AtomicBoolean checkIsScheduled = new AtomicBoolean();
        private volatile long deadline;
        private volatile boolean writing;
        private volatile boolean timedOut;

        WriteTimeoutOutputStream(OutputStream out, Closeable socket, Duration timeout) {
            this.out = out;
            this.socket = socket;
            this.timeout = timeout;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            deadline = System.nanoTime() + timeout.toNanos();
            writing = true;
            try {
                scheduleCheck();
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw timedOut ? writeTimeout(e) : e;
            } finally {
                writing = false;
            }
        }

        private void scheduleCheck() {
            if (checkIsScheduled.compareAndSet(false, true)) {
                TIMER.schedule(this::check, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        }

        private void check() {
            checkIsScheduled.set(false);
            if (writing) {
                if (deadline - System.nanoTime() <= 0) {
                    closeSocket();
                } else {
                    scheduleCheck();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        private void closeSocket() {
            timedOut = true;
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private IOException writeTimeout(IOException closed) {
            InterruptedIOException late =
                    new InterruptedIOException("The server has read nothing for " + timeout.toSeconds() + " s");
            late.initCause(closed);
            return late;
        }

        private static ScheduledThreadPoolExecutor createTimer() {
            return new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, "write-timeout");
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}
