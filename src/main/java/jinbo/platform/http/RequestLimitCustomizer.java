package jinbo.platform.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jinbo.platform.http.ConnectionLimiter.ClientConnection;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** Applies {@link RequestLimits} to a port. Not a component, because only ports use it. */
final class RequestLimitCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final RequestLimits limits;
    private final RefusedPaths refusedPaths;

    RequestLimitCustomizer(Environment environment, ObjectProvider<RefusedPaths> refusedPaths) {
        this.limits = Binder.get(environment).bindOrCreate("jinbo.request", RequestLimits.class);
        this.refusedPaths = refusedPaths.getIfAvailable(() -> path -> false);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedHttp11Protocol.class.getName());
        factory.addProtocolHandlerCustomizers((BoundedHttp11Protocol protocol) -> protocol.limit(limits, refusedPaths));
        factory.addEngineValves(new RejectRequestValve());
    }

    /** Shows the error page for refused and malformed requests, whose input must not appear in the log. */
    static final class RejectRequestValve extends ValveBase {

        /** The internal path of the error page; requests for it are refused. */
        private static final String ERROR_PATH = "/error";

        RejectRequestValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.getAttribute(BufferingRequestAdapter.REFUSED) instanceof Integer status) {
                response.sendError(status);
            } else if (ERROR_PATH.equals(request.getDecodedRequestURI())) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (!response.isErrorReportRequired()) {
                readFields(request, response);
            }
            if (response.isErrorReportRequired()) {
                request.setRequest(new RefusedRequest(request.getRequest()));
            }
            // After sendError, this only shows the error page, not the page of the request.
            getNext().invoke(request, response);
        }

        private static void readFields(Request request, Response response) throws IOException {
            try {
                // browsers do not state the encoding
                request.setCharacterEncoding(StandardCharsets.UTF_8);
                request.getParameterMap();
            } catch (InvalidParameterException e) {
                response.sendError(e.getErrorCode());
            } catch (IllegalStateException e) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
    }

    /** A refused request as the error page gets it: without query and form. */
    static final class RefusedRequest extends HttpServletRequestWrapper {

        RefusedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }
    }

    /** HTTP/1.1 with the limits of a port. Public, because Tomcat creates it by name. */
    public static final class BoundedHttp11Protocol extends Http11NioProtocol {

        private static final long CHECK_MILLIS = 250;

        private final Gate gate;
        private RequestLimits limits = new RequestLimits(DataSize.ofKilobytes(16), Duration.ofSeconds(20), 100);
        private RefusedPaths refusedPaths = path -> false;
        private Optional<Future<?>> checks = Optional.empty();

        public BoundedHttp11Protocol() {
            this(new Gate());
        }

        private BoundedHttp11Protocol(Gate gate) {
            super(gate);
            this.gate = gate;
            // The BufferingRequestAdapter has already discarded enough bytes.
            setMaxSwallowSize(0);
        }

        void limit(RequestLimits to, RefusedPaths refused) {
            limits = to;
            refusedPaths = refused;
        }

        @Override
        public void start() throws Exception {
            // A quarter of the threads is left for clients that read responses, a tenth of the connections for those
            // that are closing.
            ConnectionLimiter connections = new ConnectionLimiter(
                    limits,
                    Math.max(1, getMaxConnections() * 9 / 10),
                    Math.max(1, getMaxThreads() / 2),
                    Math.max(1, getMaxThreads() / 4));
            gate.connections = Optional.of(connections);
            super.start();
            checks = Optional.of(getUtilityExecutor()
                    .scheduleWithFixedDelay(connections::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS));
        }

        @Override
        public void stop() throws Exception {
            checks.ifPresent(future -> future.cancel(false));
            super.stop();
        }

        @Override
        protected Processor createProcessor() {
            ConnectionLimiter connections = gate.connections.orElseThrow();
            return new BoundedProcessor(
                    this, new BufferingRequestAdapter(getAdapter(), limits, refusedPaths, connections), connections);
        }

        private static final class Gate extends NioEndpoint {

            /** Limits the kernel's buffer of a connection, which may otherwise have megabytes. */
            private static final int RECEIVE_BUFFER = 64 * 1024;

            private volatile Optional<ConnectionLimiter> connections = Optional.empty();

            Gate() {
                socketProperties.setRxBufSize(RECEIVE_BUFFER);
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

            BoundedProcessor(
                    Http11NioProtocol protocol, BufferingRequestAdapter adapter, ConnectionLimiter connections) {
                super(protocol, adapter);
                this.adapter = adapter;
                this.connections = connections;
            }

            @Override
            public SocketState service(SocketWrapperBase<?> socket) throws IOException {
                Optional<ClientConnection> connection =
                        connections.of(((NioChannel) socket.getSocket()).getIOChannel());
                connection.ifPresent(connections::onBytes);
                adapter.setConnection(connection);
                SocketState state = super.service(socket);
                if (state == SocketState.OPEN) {
                    connection.ifPresent(connections::onIdle);
                } else if (isAsync()) {
                    // The response continues without a thread; the code that sends it limits the time.
                    connection.ifPresent(one -> connections.onComplete(one, () -> false));
                }
                return state;
            }
        }
    }

    /** The settings {@code jinbo.request}. {@code within} is from first to last byte; an IPv6 network is a /64. */
    record RequestLimits(
            @DefaultValue("16KB") DataSize bodyAtMost,
            @DefaultValue("20s") Duration within,
            @DefaultValue("100") int connectionsPerAddress) {}
}
