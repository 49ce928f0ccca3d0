package jinbo.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import jinbo.platform.files.ProcessUser;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** HTTP/1.1 on a Unix domain socket; the kernel identifies the client's user. Tomcat creates this class by name. */
public final class LocalSocketProtocol extends Http11NioProtocol {

    /** The request attribute with the name of the client's user. */
    public static final String PEER = "jinbo.peer";

    private final Gate gate;

    public LocalSocketProtocol() {
        this(new Gate());
    }

    private LocalSocketProtocol(Gate gate) {
        super(gate);
        this.gate = gate;
        // One request for each connection, because the user is checked when a connection begins.
        setMaxKeepAliveRequests(1);
        setMaxSwallowSize(0);
    }

    /** Admits a group of the operating system, besides the program's own user and root. */
    public void admit(Optional<String> group) {
        gate.group = group;
    }

    @Override
    protected Processor createProcessor() {
        return new PeerProcessor(this);
    }

    private static UnixDomainPrincipal peerOf(SocketChannel socket) throws IOException {
        return socket.getOption(ExtendedSocketOptions.SO_PEERCRED);
    }

    /** The user's name in the same form as {@link ProcessUser#name}. */
    private static String nameOf(UnixDomainPrincipal peer) {
        String name = peer.user().getName();
        return name.chars().allMatch(Character::isDigit) ? "uid " + name : name;
    }

    private static final class Gate extends NioEndpoint {

        private volatile Optional<String> group = Optional.empty();
        private boolean closed;

        /** Tomcat calls this twice and would delete the socket each time. */
        @Override
        protected void doCloseServerSocket() throws IOException {
            if (!closed) {
                closed = true;
                super.doCloseServerSocket();
            }
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            try {
                UnixDomainPrincipal peer = peerOf(socket);
                if (admits(peer)) {
                    return super.setSocketOptions(socket);
                }
                getLog().warn("A connection of the user " + nameOf(peer) + " to the local socket is refused");
            } catch (IOException | RuntimeException e) {
                getLog().warn("A connection to the local socket is refused: its user is unknown", e);
            }
            destroySocket(socket);
            return false;
        }

        private boolean admits(UnixDomainPrincipal peer) throws IOException {
            String user = nameOf(peer);
            return user.equals(ProcessUser.name())
                    || user.equals("root")
                    || group.isPresent() && groupsOf(user).contains(group.get());
        }

        /** The user's current groups; the kernel only knows those at the start of the user's session. */
        private static Set<String> groupsOf(String user) throws IOException {
            Process id = new ProcessBuilder("id", "-Gn", "--", user)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = id.getInputStream()) {
                return new HashSet<>(List.of(new String(out.readAllBytes(), StandardCharsets.UTF_8)
                        .strip()
                        .split(" ")));
            }
        }
    }

    private static final class PeerProcessor extends Http11Processor {

        PeerProcessor(Http11NioProtocol protocol) {
            super(protocol, protocol.getAdapter());
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            request.setAttribute(PEER, nameOf(peerOf(((NioChannel) socket.getSocket()).getIOChannel())));
            return super.service(socket);
        }
    }
}
