package jinbo.platform.http;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.springframework.util.unit.DataSize;

/** Tomcat's HTTP/1.1 with the limits of a port. Tomcat makes it by its name, hence public. */
public final class BoundedHttp11Protocol extends Http11NioProtocol {

    private static final long LOOKS_EVERY_MILLIS = 250;

    private final Gate gate;
    private RequestLimits limits = new RequestLimits(DataSize.ofKilobytes(16), Duration.ofSeconds(20), 100);
    private RefusedPaths refusedPaths = path -> false;
    private Optional<Future<?>> looks = Optional.empty();

    public BoundedHttp11Protocol() {
        this(new Gate());
    }

    private BoundedHttp11Protocol(Gate gate) {
        super(gate);
        this.gate = gate;
        // bodies are read before they are refused; what is left then is not waited for
        setMaxSwallowSize(0);
    }

    void limit(RequestLimits to, RefusedPaths refused) {
        limits = to;
        refusedPaths = refused;
    }

    @Override
    public void start() throws Exception {
        // one thread of four is left for requests that have come whole and answers that are read; the last connections
        // are for those that
        // give way
        ConnectionLimiter connections = new ConnectionLimiter(
                limits,
                Math.max(1, getMaxConnections() * 9 / 10),
                Math.max(1, getMaxThreads() / 2),
                Math.max(1, getMaxThreads() / 4));
        gate.connections = Optional.of(connections);
        super.start();
        looks = Optional.of(getUtilityExecutor()
                .scheduleWithFixedDelay(
                        connections::look, LOOKS_EVERY_MILLIS, LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Override
    public void stop() throws Exception {
        looks.ifPresent(future -> future.cancel(false));
        super.stop();
    }

    @Override
    protected Processor createProcessor() {
        ConnectionLimiter connections = gate.connections.orElseThrow();
        return new BoundedProcessor(
                this, new BufferingRequestAdapter(getAdapter(), limits, refusedPaths, connections), connections);
    }

    private static final class Gate extends NioEndpoint {

        /** What the kernel keeps of a connection that is not read; else it may be megabytes. */
        private static final int UNREAD_AT_MOST = 64 * 1024;

        private volatile Optional<ConnectionLimiter> connections = Optional.empty();

        Gate() {
            socketProperties.setRxBufSize(UNREAD_AT_MOST);
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (connections.filter(open -> open.admit(socket)).isPresent()) {
                return super.setSocketOptions(socket);
            }
            destroySocket(socket);
            return false;
        }
    }

    private static final class BoundedProcessor extends Http11Processor {

        private final BufferingRequestAdapter adapter;
        private final ConnectionLimiter connections;

        BoundedProcessor(Http11NioProtocol protocol, BufferingRequestAdapter adapter, ConnectionLimiter connections) {
            super(protocol, adapter);
            this.adapter = adapter;
            this.connections = connections;
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            Optional<ClientConnection> connection = connections.of(((NioChannel) socket.getSocket()).getIOChannel());
            connection.ifPresent(connections::reads);
            adapter.reads(connection);
            SocketState state = super.service(socket);
            if (state == SocketState.OPEN) {
                connection.ifPresent(connections::onIdle);
            }
            return state;
        }
    }
}
