package jinbo.exchange.sftp.server;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jinbo.exchange.sftp.server.EmbeddedSftpServer.ServerLimits;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionDisconnectHandler;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.session.ServerSession;

/**
 * Limits the connections of the embedded SFTP server, in total and for each network address. Unauthenticated
 * connections and sessions of insurers have separate limits. Sessions of the association have no limit, so that nobody
 * can lock it out.
 *
 * <p>If there are too many unauthenticated connections, the oldest one is closed. If an insurer has too many sessions,
 * the new one is closed.
 */
final class ConnectionLimit implements SessionListener, SessionDisconnectHandler {

    private final ServerLimits limits;
    private final Set<Session> open = new LinkedHashSet<>();

    ConnectionLimit(ServerLimits limits) {
        this.limits = limits;
    }

    /** The client's address; all unknown addresses count as one. */
    static String addressOf(Session session) {
        return session instanceof ServerSession server
                        && server.getClientAddress() instanceof InetSocketAddress address
                        && address.getAddress() != null
                ? address.getAddress().getHostAddress()
                : "";
    }

    @Override
    public void sessionEstablished(Session session) {
        List<Session> excess = new ArrayList<>();
        synchronized (open) {
            open.removeIf(Session::isClosing);
            open.add(session);
            oldestBeyond(limits.connectionsOfAnAddress(), isFrom(addressOf(session)))
                    .ifPresent(excess::add);
            open.removeAll(excess);
            oldestBeyond(limits.connections(), any -> true).ifPresent(excess::add);
            open.removeAll(excess);
        }
        excess.forEach(each -> each.close(true));
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated && !AccountAccessControl.isAssociation(session) && isTooMany(session)) {
            session.close(true);
        }
    }

    private boolean isTooMany(Session session) {
        synchronized (open) {
            return insurers().count() > limits.connections()
                    || insurers().filter(isFrom(addressOf(session))).count() > limits.connectionsOfAnAddress();
        }
    }

    /** Replaces the limit of the library, which would also count the sessions of the association. */
    @Override
    public boolean handleSessionsCountDisconnectReason(
            Session session, Service service, String user, int sessions, int limit) {
        synchronized (open) {
            return AccountAccessControl.isAssociation(session)
                    || insurers()
                                    .filter(each -> user.equals(each.getUsername()))
                                    .count()
                            < limit;
        }
    }

    @Override
    public void sessionClosed(Session session) {
        synchronized (open) {
            open.remove(session);
        }
    }

    private Stream<Session> insurers() {
        return open.stream()
                .filter(each ->
                        each.isAuthenticated() && !each.isClosing() && !AccountAccessControl.isAssociation(each));
    }

    private Optional<Session> oldestBeyond(int limit, Predicate<Session> which) {
        List<Session> all = open.stream()
                .filter(each -> !each.isAuthenticated())
                .filter(which)
                .toList();
        return all.size() <= limit ? Optional.empty() : Optional.of(all.get(0));
    }

    private static Predicate<Session> isFrom(String address) {
        return each -> addressOf(each).equals(address);
    }
}
