package jinbo.platform.http;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1 on a Unix domain socket, for users of this machine that the kernel vouches for. Tomcat makes it by its name,
 * hence public.
 */
public final class LocalSocketProtocol extends Http11NioProtocol {

    /** The attribute of a request that has the name of the user who asks. */
    public static final String PEER = "jinbo.peer";

    private final Gate gate;

    public LocalSocketProtocol() {
        this(new Gate());
    }

    private LocalSocketProtocol(Gate gate) {
        super(gate);
        this.gate = gate;
        // one request a connection: who asks is known of the connection
        setMaxKeepAliveRequests(1);
        setMaxSwallowSize(0);
    }

    /**
     * Lets only these users in, and root, who can become any of them.
     *
     * @param users names; empty for everybody whom the file system lets reach the socket
     */
    public void admit(Set<String> users) {
        gate.users = Set.copyOf(users);
    }

    @Override
    protected Processor createProcessor() {
        return new PeerProcessor(this);
    }

    private static String peerOf(SocketChannel socket) throws IOException {
        return socket.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    }

    private static final class Gate extends NioEndpoint {

        private volatile Set<String> users = Set.of(System.getProperty("user.name"));

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            try {
                String peer = peerOf(socket);
                if (users.isEmpty() || peer.equals("root") || users.contains(peer)) {
                    return super.setSocketOptions(socket);
                }
                getLog().warn("A connection of the user " + peer + " to the local socket is refused");
            } catch (IOException | UnsupportedOperationException e) {
                getLog().warn("A connection to the local socket is refused: nobody knows whose it is", e);
            }
            destroySocket(socket);
            return false;
        }
    }

    private static final class PeerProcessor extends Http11Processor {

        PeerProcessor(Http11NioProtocol protocol) {
            super(protocol, protocol.getAdapter());
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            request.setAttribute(PEER, peerOf(((NioChannel) socket.getSocket()).getIOChannel()));
            return super.service(socket);
        }
    }
}
