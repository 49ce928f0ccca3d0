package jinbo.testing;

import java.io.IOException;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jinbo.testing.NetworkFault.Direction;
import jinbo.testing.NetworkFault.Kind;

/** One connection through a {@link TcpProxy}: two pumps, and what has become of them. */
public final class ProxiedConnection {

    private static final int BUFFER = 64 * 1024;

    private final TcpProxy proxy;
    private final Map<Direction, Socket> from = new EnumMap<>(Direction.class);
    private final Map<Direction, Socket> to = new EnumMap<>(Direction.class);
    private final Map<Direction, AtomicLong> passed = new EnumMap<>(Direction.class);
    private final Map<Direction, Thread> pumps = new EnumMap<>(Direction.class);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger(Direction.values().length);
    private final TrafficMatcher seen = new TrafficMatcher();
    private volatile Optional<Kind> broken = Optional.empty();

    ProxiedConnection(TcpProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        from.put(Direction.TO_SERVER, client);
        to.put(Direction.TO_SERVER, server);
        from.put(Direction.TO_CLIENT, server);
        to.put(Direction.TO_CLIENT, client);
        for (Direction direction : Direction.values()) {
            passed.put(direction, new AtomicLong());
            Thread pump = new Thread(() -> pump(direction), "proxy-" + proxy.port() + "-" + direction);
            pump.setDaemon(true);
            pumps.put(direction, pump);
        }
    }

    /** How many bytes have passed in a direction. */
    public long passed(Direction direction) {
        return passed.get(direction).get();
    }

    boolean isBroken() {
        return broken.isPresent();
    }

    void start() {
        pumps.values().forEach(Thread::start);
    }

    void join() throws InterruptedException {
        for (Thread pump : pumps.values()) {
            pump.join();
        }
    }

    void close() {
        ended.countDown();
        from.values().forEach(ProxiedConnection::closeQuietly);
    }

    synchronized void breakOff(Kind kind) {
        if (broken.isPresent()) {
            return;
        }
        broken = Optional.of(kind);
        switch (kind) {
            case CUT -> to.values().forEach(ProxiedConnection::endOutput);
            case HALF_OPEN_TO_SERVER -> endOutput(to.get(Direction.TO_SERVER));
            case HALF_OPEN_TO_CLIENT -> endOutput(to.get(Direction.TO_CLIENT));
            case RESET -> {
                from.values().forEach(ProxiedConnection::resetOnClose);
                close();
            }
            case STALL -> {
                // the pumps see it and rest
            }
            case BLACKHOLE -> from.values().forEach(Blackhole::discardIncoming);
        }
    }

    private void pump(Direction direction) {
        byte[] buffer = new byte[BUFFER];
        try {
            while (true) {
                int read = from.get(direction).getInputStream().read(buffer);
                if (read < 0) {
                    if (passes(direction)) {
                        endOutput(to.get(direction));
                    }
                    return;
                }
                proxy.pace().delay(ended);
                for (int done = 0; done < read; ) {
                    int slice = proxy.pace().slice(read - done);
                    forward(direction, buffer, done, slice);
                    proxy.pace().delayFor(slice, ended);
                    done += slice;
                }
            }
        } catch (IOException e) {
            // one side is gone without a word: the other learns it the same way, unless the line is to stand
            if (passes(direction)) {
                from.values().forEach(ProxiedConnection::resetOnClose);
                close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (running.decrementAndGet() == 0) {
                close();
            }
        }
    }

    private void forward(Direction direction, byte[] buffer, int offset, int length)
            throws IOException, InterruptedException {
        restWhileStalled();
        if (!passes(direction)) {
            return;
        }
        Optional<NetworkFault> fault = proxy.armed();
        long room = fault.map(armed -> seen.bytesBeforeMatch(armed, direction, this::passed, buffer, offset, length))
                .orElse(Long.MAX_VALUE);
        if (room > length || !proxy.take(fault.get())) {
            write(direction, buffer, offset, length);
            return;
        }
        write(direction, buffer, offset, (int) room);
        breakOff(fault.get().kind());
        if (room < length) {
            forward(direction, buffer, offset + (int) room, length - (int) room);
        }
    }

    private void write(Direction direction, byte[] buffer, int offset, int length) throws IOException {
        if (length > 0) {
            passed.get(direction).addAndGet(length);
            to.get(direction).getOutputStream().write(buffer, offset, length);
        }
    }

    private void restWhileStalled() throws InterruptedException {
        if (broken.filter(kind -> kind == Kind.STALL || kind == Kind.BLACKHOLE).isPresent()) {
            ended.await();
        }
    }

    private boolean passes(Direction direction) {
        return switch (broken.map(Enum::name).orElse("")) {
            case "" -> true;
            case "HALF_OPEN_TO_SERVER" -> direction == Direction.TO_CLIENT;
            case "HALF_OPEN_TO_CLIENT" -> direction == Direction.TO_SERVER;
            default -> false;
        };
    }

    private static void endOutput(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            closeQuietly(socket);
        }
    }

    private static void resetOnClose(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            closeQuietly(socket);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
