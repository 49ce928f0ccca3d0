package jinbo.platform.http;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import jinbo.platform.http.ConnectionLimiter.ClientConnection.Phase;
import jinbo.platform.http.RequestLimitCustomizer.RequestLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits the open connections of a port. If there are too many, the oldest connection of the client network with the
 * most connections is closed, so that an attacker displaces only itself. A connection to which a response is being sent
 * is not closed, unless clients that do not read their responses hold too many threads.
 */
final class ConnectionLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimiter.class);
    private static final long REPORT_EVERY = TimeUnit.MINUTES.toNanos(1);
    private static final long UNREAD_AFTER = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int IPV6_NETWORK_BYTES = 8;

    private final RequestLimits limits;
    private final int maximum;
    private final int waitingAtMost;
    private final int sendingAtMost;
    private final Map<SocketChannel, ClientConnection> all = new HashMap<>();
    private final Map<String, Set<ClientConnection>> byNetwork = new HashMap<>();
    private final Set<ClientConnection> waiting = new LinkedHashSet<>();
    private int late;
    private int crowdedOut;
    private long reportedAt = System.nanoTime();

    /** @param sendingAtMost how many threads may wait for clients that do not read their responses */
    ConnectionLimiter(RequestLimits limits, int maximum, int waitingAtMost, int sendingAtMost) {
        this.limits = limits;
        this.maximum = maximum;
        this.waitingAtMost = waitingAtMost;
        this.sendingAtMost = sendingAtMost;
    }

    /** Returns false if the new connection must be closed, because to all others responses are being sent. */
    synchronized boolean admit(SocketChannel channel) {
        String network = network(channel);
        Set<ClientConnection> neighbours = byNetwork.getOrDefault(network, Set.of());
        boolean isFull = limits.connectionsPerAddress() > 0 && neighbours.size() >= limits.connectionsPerAddress();
        if (isFull || all.size() >= maximum) {
            forgetClosed(isFull ? neighbours : all.values());
        }
        if (isFull && neighbours.size() >= limits.connectionsPerAddress() && !makeRoom(neighbours, network)
                || all.size() >= maximum && !makeRoom(all.values(), network)) {
            return false;
        }
        ClientConnection connection = new ClientConnection(channel, network);
        all.put(channel, connection);
        byNetwork.computeIfAbsent(network, any -> new LinkedHashSet<>()).add(connection);
        return true;
    }

    /** Empty if the connection has been cut off. */
    synchronized Optional<ClientConnection> of(SocketChannel channel) {
        return Optional.ofNullable(all.get(channel));
    }

    synchronized void onBytes(ClientConnection connection) {
        if (connection.phase == Phase.IDLE) {
            connection.enter(Phase.READING);
        }
    }

    synchronized void onWait(ClientConnection connection) {
        if (waiting.size() >= waitingAtMost) {
            makeRoom(waiting, connection.network);
        }
        if (!connection.isCutOff) {
            connection.phase = Phase.WAITING;
            waiting.add(connection);
        }
    }

    /** Call this when the request is complete or refused, and its response begins. */
    synchronized void onComplete(ClientConnection connection, BooleanSupplier hasBegunToSendAnswer) {
        waiting.remove(connection);
        connection.enter(Phase.SERVED);
        connection.hasBegunToSend = hasBegunToSendAnswer;
    }

    /** Call this after the response; the next request may already have arrived. */
    synchronized void onAnswered(ClientConnection connection) {
        waiting.remove(connection);
        connection.enter(Phase.READING);
    }

    synchronized void onIdle(ClientConnection connection) {
        connection.enter(Phase.IDLE);
    }

    /** Cuts off clients whose request takes too long or that do not read responses; forgets closed connections. */
    synchronized void check() {
        long now = System.nanoTime();
        forgetClosed(all.values());
        for (ClientConnection connection : List.copyOf(all.values())) {
            boolean incomplete = connection.phase == Phase.READING || connection.phase == Phase.WAITING;
            if (incomplete && now - connection.since > limits.within().toNanos()) {
                late++;
                cutOff(connection);
            }
        }
        cutOffNonReaders(now);
        if (late + crowdedOut > 0 && now - reportedAt > REPORT_EVERY) {
            LOG.info(
                    "Connections closed: {} because the request took longer than {} s, {} because the address had"
                            + " too many or did not read",
                    late,
                    limits.within().toSeconds(),
                    crowdedOut);
            late = 0;
            crowdedOut = 0;
            reportedAt = now;
        }
    }

    private void cutOffNonReaders(long now) {
        List<ClientConnection> unread = new ArrayList<>(all.values().stream()
                .filter(connection -> connection.isSending() && now - connection.since > UNREAD_AFTER)
                .toList());
        while (unread.size() > sendingAtMost) {
            ClientConnection longest = oldestOfLargestNetwork(unread, "").orElseThrow();
            unread.remove(longest);
            crowdedOut++;
            cutOff(longest);
        }
    }

    /** Cuts off the oldest connection of the network with the most; false if responses are being sent to all. */
    private boolean makeRoom(Collection<ClientConnection> among, String newcomer) {
        Optional<ClientConnection> longest = oldestOfLargestNetwork(
                among.stream()
                        .filter(connection -> connection.phase != Phase.SERVED || connection.isSending())
                        .toList(),
                newcomer);
        longest.ifPresent(connection -> {
            crowdedOut++;
            cutOff(connection);
        });
        return longest.isPresent();
    }

    private static Optional<ClientConnection> oldestOfLargestNetwork(List<ClientConnection> among, String newcomer) {
        Comparator<List<ClientConnection>> bySize = Comparator.comparingInt(
                network -> network.size() + (network.get(0).network.equals(newcomer) ? 1 : 0));
        return among.stream().collect(Collectors.groupingBy(ClientConnection::network)).values().stream()
                .max(bySize.thenComparing(network -> network.get(0).network.equals(newcomer)))
                .flatMap(network -> network.stream().min(Comparator.comparingLong(ClientConnection::since)));
    }

    private void forgetClosed(Collection<ClientConnection> among) {
        among.stream()
                .filter(connection -> !connection.channel.isOpen())
                .toList()
                .forEach(this::forget);
    }

    private void cutOff(ClientConnection connection) {
        forget(connection);
        connection.cutOff();
    }

    private void forget(ClientConnection connection) {
        all.remove(connection.channel);
        waiting.remove(connection);
        byNetwork.computeIfPresent(connection.network, (network, neighbours) -> {
            neighbours.remove(connection);
            return neighbours.isEmpty() ? null : neighbours;
        });
    }

    private static String network(SocketChannel channel) {
        try {
            InetAddress address = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
            byte[] bytes = address.getAddress();
            return HexFormat.of()
                    .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
        } catch (IOException e) {
            // closed already
            return "";
        }
    }

    /** A connection and the phase of its request; guarded by the limiter. */
    static final class ClientConnection {

        enum Phase {
            /** Between two requests. */
            IDLE,
            /** Receives parts of a request; no thread waits for them. */
            READING,
            /** A thread waits for the request body. */
            WAITING,
            /** The request is complete; the response is being made or sent. */
            SERVED
        }

        private final SocketChannel channel;
        private final String network;
        private Phase phase = Phase.READING;
        /** When the phase began, in nanoseconds; WAITING counts from the beginning of the request. */
        private long since = System.nanoTime();

        private BooleanSupplier hasBegunToSend = () -> false;
        private volatile boolean isCutOff;

        ClientConnection(SocketChannel channel, String network) {
            this.channel = channel;
            this.network = network;
        }

        private String network() {
            return network;
        }

        /** True while the response is being sent. That takes microseconds for a small one if the client reads. */
        private boolean isSending() {
            return phase == Phase.SERVED && hasBegunToSend.getAsBoolean();
        }

        private long since() {
            return since;
        }

        boolean isCutOff() {
            return isCutOff;
        }

        private void enter(Phase next) {
            phase = next;
            since = System.nanoTime();
        }

        /**
         * Shuts down the input, so that Tomcat closes the connection: if another thread closed it, its buffers could be
         * given to another connection while they are in use. A response can still be sent, unless the client does not
         * read it.
         */
        private void cutOff() {
            isCutOff = true;
            try {
                channel.shutdownInput();
                if (isSending()) {
                    channel.shutdownOutput();
                }
            } catch (IOException e) {
                // closed by the client
            }
        }
    }
}
