package jinbo.drop;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.session.ServerSession;

/**
 * Keeps the connections of a server below a number, in all and from each address. Beyond it the oldest that nobody has logged in on
 * gives way to the new one: whoever opens connections and leaves them so keeps nobody out. Where all are logged in on, the new
 * one is ended.
 */
final class ConnectionLimit implements SessionListener {

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
            String address = addressOf(session);
            beyond(open.stream().filter(each -> addressOf(each).equals(address)), limits.connectionsOfAnAddress())
                    .ifPresent(tooMany::add);
            open.removeAll(tooMany);
            beyond(open.stream(), limits.connections()).ifPresent(tooMany::add);
            open.removeAll(tooMany);
        }
        tooMany.forEach(each -> each.close(true));
    }

    @Override
    public void sessionClosed(Session session) {
        synchronized (open) {
            open.remove(session);
        }
    }

    /** The one that has to go: the oldest that nobody has logged in on, which may be the newest of all. */
    private static Optional<Session> beyond(Stream<Session> some, int most) {
        List<Session> all = some.toList();
        return all.size() <= most
                ? Optional.empty()
                : all.stream().filter(each -> !each.isAuthenticated()).findFirst();
    }
}
