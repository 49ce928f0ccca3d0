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
import jinbo.platform.http.ClientConnection.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open connections of a port. Where there are too many, the longest waiting one of the address that has most gives way. None gives way
 * while it is answered, unless it does not read its answer and such ones hold too many threads. So an attacker crowds out itself, and a
 * client that sends its request and reads the answer at once is served.
 */
final class ConnectionLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimiter.class);
    private static final long REPORT_EVERY = TimeUnit.MINUTES.toNanos(1);
    private static final long UNREAD_AFTER = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int IPV6_NETWORK_BYTES = 8;

    private final RequestLimits limits;
    private final int most;
    private final int waitingAtMost;
    private final int sendingAtMost;
    private final Map<SocketChannel, ClientConnection> all = new HashMap<>();
    private final Map<String, Set<ClientConnection>> byNetwork = new HashMap<>();
    private final Set<ClientConnection> waiting = new LinkedHashSet<>();
    private int late;
    private int crowdedOut;
    private long reportedAt = System.nanoTime();

    /** @param sendingAtMost how many threads wait for clients that do not read their answers, for more than a moment */
    ConnectionLimiter(RequestLimits limits, int most, int waitingAtMost, int sendingAtMost) {
        this.limits = limits;
        this.most = most;
        this.waitingAtMost = waitingAtMost;
        this.sendingAtMost = sendingAtMost;
    }

    /** Takes one on; false if it has to be closed, because every other that could give way to it is being answered. */
    synchronized boolean admit(SocketChannel channel) {
        String network = network(channel);
        Set<ClientConnection> neighbours = byNetwork.getOrDefault(network, Set.of());
        boolean isFull = limits.connectionsPerAddress() > 0 && neighbours.size() >= limits.connectionsPerAddress();
        if (isFull || all.size() >= most) {
            forgetClosed(isFull ? neighbours : all.values());
        }
        if (isFull && neighbours.size() >= limits.connectionsPerAddress() && !makeRoom(neighbours, network)
                || all.size() >= most && !makeRoom(all.values(), network)) {
            return false;
        }
        ClientConnection connection = new ClientConnection(channel, network, System.nanoTime());
        all.put(channel, connection);
        byNetwork.computeIfAbsent(network, any -> new LinkedHashSet<>()).add(connection);
        return true;
    }

    /** The connection of a channel, unless it has given way. */
    synchronized Optional<ClientConnection> of(SocketChannel channel) {
        return Optional.ofNullable(all.get(channel));
    }

    /** Bytes have come in: the first ones of a request, or more of it. */
    synchronized void reads(ClientConnection connection) {
        if (connection.phase() == Phase.IDLE) {
            connection.to(Phase.READING, System.nanoTime());
        }
    }

    synchronized void waits(ClientConnection connection) {
        if (waiting.size() >= waitingAtMost) {
            makeRoom(waiting, connection.network());
        }
        if (!connection.isCutOff()) {
            connection.to(Phase.WAITING);
            waiting.add(connection);
        }
    }

    /** The request is whole, or refused, and is answered. */
    synchronized void isServed(ClientConnection connection, BooleanSupplier hasBegunToSendAnswer) {
        waiting.remove(connection);
        connection.serve(hasBegunToSendAnswer, System.nanoTime());
    }

    /** The request is answered; another one may have come already. */
    synchronized void onServed(ClientConnection connection) {
        waiting.remove(connection);
        connection.to(Phase.READING, System.nanoTime());
    }

    /** Nothing of a next request has come. */
    synchronized void onIdle(ClientConnection connection) {
        connection.to(Phase.IDLE, System.nanoTime());
    }

    /** Cuts off those whose request takes too long to come in, and who hold too many threads unread; forgets those that are closed. */
    synchronized void look() {
        long now = System.nanoTime();
        forgetClosed(all.values());
        for (ClientConnection connection : List.copyOf(all.values())) {
            boolean comesIn = connection.phase() == Phase.READING || connection.phase() == Phase.WAITING;
            if (comesIn && now - connection.since() > limits.within().toNanos()) {
                late++;
                cutOff(connection);
            }
        }
        cutOffThoseWhoDoNotRead(now);
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

    private void cutOffThoseWhoDoNotRead(long now) {
        List<ClientConnection> unread = new ArrayList<>(all.values().stream()
                .filter(connection -> connection.isSending() && now - connection.since() > UNREAD_AFTER)
                .toList());
        while (unread.size() > sendingAtMost) {
            ClientConnection longest = longestOfMost(unread, "").orElseThrow();
            unread.remove(longest);
            crowdedOut++;
            cutOff(longest);
        }
    }

    /** Has the one give way that has waited longest, of the network that has most with the newcomer; false if all are being answered. */
    private boolean makeRoom(Collection<ClientConnection> among, String newcomer) {
        Optional<ClientConnection> longest = longestOfMost(
                among.stream()
                        .filter(connection -> connection.phase() != Phase.SERVED || connection.isSending())
                        .toList(),
                newcomer);
        longest.ifPresent(connection -> {
            crowdedOut++;
            cutOff(connection);
        });
        return longest.isPresent();
    }

    private static Optional<ClientConnection> longestOfMost(List<ClientConnection> among, String newcomer) {
        Comparator<List<ClientConnection>> bySize = Comparator.comparingInt(
                network -> network.size() + (network.get(0).network().equals(newcomer) ? 1 : 0));
        return among.stream().collect(Collectors.groupingBy(ClientConnection::network)).values().stream()
                .max(bySize.thenComparing(network -> network.get(0).network().equals(newcomer)))
                .flatMap(network -> network.stream().min(Comparator.comparingLong(ClientConnection::since)));
    }

    private void forgetClosed(Collection<ClientConnection> among) {
        among.stream().filter(connection -> !connection.isOpen()).toList().forEach(this::forget);
    }

    private void cutOff(ClientConnection connection) {
        forget(connection);
        connection.cutOff();
    }

    private void forget(ClientConnection connection) {
        all.remove(connection.channel());
        waiting.remove(connection);
        byNetwork.computeIfPresent(connection.network(), (network, neighbours) -> {
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
            // it is closed already
            return "";
        }
    }
}
