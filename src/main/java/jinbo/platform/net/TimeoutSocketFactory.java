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
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Makes the sockets to PostgreSQL, which its driver is told by the connection property {@code socketFactory}.
 *
 * <p>The driver's {@code socketTimeout} bounds only how long it waits for something to read. A server that is stopped, or a
 * line that swallows everything, also stops taking what is sent, and a write to it would wait without end: its kernel goes on
 * saying that there is no room. So writes are given the same time here.
 */
public final class TimeoutSocketFactory extends SocketFactory {

    private final Duration patience;

    /** @param connection the driver's connection properties; {@code socketTimeout} (seconds, 0 for no bound) is read */
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

    /**
     * A socket that asks an idle line for a sign of life, and closes itself when a write has waited too long.
     *
     * <p>The signs of life are TCP's own (RFC 9293, section 3.8.4). The system's first one comes after two hours, so the times
     * are set: after a minute without any, the line counts as dead, however long the answer to a question may take.
     */
    static final class TimeoutSocket extends Socket {

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

    /**
     * Ends a line when one write to it has not come to an end in time. Nothing else can: a socket's write knows no
     * time-out.
     */
    static final class WriteTimeoutOutputStream extends OutputStream {

        private static final ScheduledThreadPoolExecutor ALARM = alarm();

        private final OutputStream out;
        private final Closeable line;
        private final Duration patience;
        private volatile boolean givenUp;

        WriteTimeoutOutputStream(OutputStream out, Closeable line, Duration patience) {
            this.out = out;
            this.line = line;
            this.patience = patience;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Future<?> overdue = ALARM.schedule(this::giveUp, patience.toNanos(), TimeUnit.NANOSECONDS);
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw givenUp ? tookTooLong(e) : e;
            } finally {
                overdue.cancel(false);
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

        private void giveUp() {
            givenUp = true;
            try {
                line.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private IOException tookTooLong(IOException closed) {
            InterruptedIOException late =
                    new InterruptedIOException("The server has read nothing for " + patience.toSeconds() + " s");
            late.initCause(closed);
            return late;
        }

        private static ScheduledThreadPoolExecutor alarm() {
            ScheduledThreadPoolExecutor alarm = new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, "line-alarm");
                thread.setDaemon(true);
                return thread;
            });
            alarm.setRemoveOnCancelPolicy(true);
            return alarm;
        }
    }
}
