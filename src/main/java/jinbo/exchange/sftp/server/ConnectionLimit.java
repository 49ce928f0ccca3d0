package jinbo.exchange.sftp.server;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionDisconnectHandler;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.session.ServerSession;

/**
 * Keeps the connections of a server below a number, in all and from each address. Connections on which nobody has logged in yet
 * are counted apart from the sessions of insurers, and the sessions of the association are not counted: neither strangers nor
 * insurers keep it out, not even from its own address.
 *
 * <p>A connection too many on which nobody has logged in ends the oldest of them. A session too many of insurers is ended itself,
 * and so is one too many of an account.
 */
final class ConnectionLimit implements SessionListener, SessionDisconnectHandler {

    private final ServerLimits limits;
    private final Set<Session> open = new LinkedHashSet<>();

    ConnectionLimit(ServerLimits limits) {
        this.limits = limits;
    }

    /** The address of the other end; one that is not known any more counts as one. */
    static String addressOf(Session session) {
        return session instanceof ServerSession server
                        && server.getClientAddress() instanceof InetSocketAddress address
                        && address.getAddress() != null
                ? address.getAddress().getHostAddress()
                : "";
    }

    @Override
    public void sessionEstablished(Session session) {
        List<Session> tooMany = new ArrayList<>();
        synchronized (open) {
            open.removeIf(Session::isClosing);
            open.add(session);
            oldestBeyond(limits.connectionsOfAnAddress(), isFrom(addressOf(session)))
                    .ifPresent(tooMany::add);
            open.removeAll(tooMany);
            oldestBeyond(limits.connections(), any -> true).ifPresent(tooMany::add);
            open.removeAll(tooMany);
        }
        tooMany.forEach(each -> each.close(true));
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated && !AccountAccessControl.isOurs(session) && isTooMany(session)) {
            session.close(true);
        }
    }

    private boolean isTooMany(Session session) {
        synchronized (open) {
            return insurers().count() > limits.connections()
                    || insurers().filter(isFrom(addressOf(session))).count() > limits.connectionsOfAnAddress();
        }
    }

    /** The library counts all sessions of an account; those of the association are not to count. */
    @Override
    public boolean handleSessionsCountDisconnectReason(
            Session session, Service service, String user, int sessions, int most) {
        synchronized (open) {
            return AccountAccessControl.isOurs(session)
                    || insurers()
                                    .filter(each -> user.equals(each.getUsername()))
                                    .count()
                            < most;
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
                .filter(each -> each.isAuthenticated() && !each.isClosing() && !AccountAccessControl.isOurs(each));
    }

    private Optional<Session> oldestBeyond(int most, Predicate<Session> which) {
        List<Session> all = open.stream()
                .filter(each -> !each.isAuthenticated())
                .filter(which)
                .toList();
        return all.size() <= most ? Optional.empty() : Optional.of(all.get(0));
    }

    private static Predicate<Session> isFrom(String address) {
        return each -> addressOf(each).equals(address);
    }
}
