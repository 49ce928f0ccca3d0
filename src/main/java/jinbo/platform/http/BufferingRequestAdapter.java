package jinbo.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import jinbo.platform.http.ConnectionLimiter.ClientConnection;
import jinbo.platform.http.RequestLimitCustomizer.RequestLimits;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;

/** Reads each request completely before it is handled; refuses requests that are too large or too slow. */
final class BufferingRequestAdapter implements Adapter {

    /** The request attribute with the status of a refusal. */
    static final String REFUSED = "jinbo.http.refused";

    private static final int CLIENT_GONE = 0;

    /** How many bytes beyond the limit are read and discarded: a browser reads the response only after sending all. */
    private static final int MAX_DISCARDED = 128 * 1024;

    private final Adapter next;
    private final RequestLimits limits;
    private final RefusedPaths refusedPaths;
    private final ConnectionLimiter connections;
    private Optional<ClientConnection> connection = Optional.empty();

    BufferingRequestAdapter(
            Adapter next, RequestLimits limits, RefusedPaths refusedPaths, ConnectionLimiter connections) {
        this.next = next;
        this.limits = limits;
        this.refusedPaths = refusedPaths;
        this.connections = connections;
    }

    void setConnection(Optional<ClientConnection> from) {
        connection = from;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        InputBuffer network = request.getInputBuffer();
        try {
            // Tomcat has already refused malformed requests.
            byte[] body = response.isError() ? new byte[0] : read(request, response);
            onComplete(response);
            request.setInputBuffer(new BufferedRequestBody(body));
            next.service(request, response);
        } catch (RefusedException e) {
            onComplete(response);
            request.setInputBuffer(new BufferedRequestBody(new byte[0]));
            refuse(e.status, request, response);
        } finally {
            request.setInputBuffer(network);
            connection.ifPresent(connections::onAnswered);
        }
    }

    private void onComplete(Response response) {
        connection.ifPresent(from -> connections.onComplete(from, response::isCommitted));
    }

    private void refuse(int status, Request request, Response response) throws Exception {
        if (status == CLIENT_GONE) {
            response.action(ActionCode.CLOSE_NOW, null);
            return;
        }
        request.setAttribute(REFUSED, status);
        response.addHeader("Connection", "close");
        next.service(request, response);
        response.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private byte[] read(Request request, Response response) throws RefusedException {
        if (refusedPaths.refuses(request.requestURI().toString())) {
            throw new RefusedException(404);
        }
        long announced = request.getContentLengthLong();
        boolean isChunked = announced < 0 && request.getHeader("transfer-encoding") != null;
        if (announced <= 0 && !isChunked) {
            return new byte[0];
        }
        if (announced > bodyAtMost() + (request.hasExpectation() ? 0 : MAX_DISCARDED)) {
            throw new RefusedException(413);
        }
        // sends "100 Continue" once, and only if the body is acceptable
        response.action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
        request.setExpectation(false);
        request.action(ActionCode.AVAILABLE, Boolean.TRUE);
        if (isChunked || request.getAvailable() < announced) {
            connection.ifPresent(connections::onWait);
        }
        try {
            return read(request);
        } catch (BadRequestException e) {
            throw new RefusedException(400);
        } catch (IOException e) {
            boolean isSlow = e instanceof SocketTimeoutException
                    || connection.filter(ClientConnection::isCutOff).isPresent();
            throw new RefusedException(isSlow ? 408 : CLIENT_GONE);
        }
    }

    private byte[] read(Request request) throws IOException, RefusedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Part part = new Part();
        long size = 0;
        while (request.doRead(part) >= 0) {
            ByteBuffer bytes = part.getByteBuffer();
            size += bytes.remaining();
            if (size <= bodyAtMost()) {
                body.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            } else if (size > bodyAtMost() + MAX_DISCARDED) {
                break;
            }
        }
        if (size > bodyAtMost()) {
            throw new RefusedException(413);
        }
        return body.toByteArray();
    }

    private long bodyAtMost() {
        return limits.bodyAtMost().toBytes();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return next.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return next.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        next.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        next.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return next.getDomain();
    }

    private static final class Part implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer read) {
            buffer = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // not needed, because a part is read at once
        }
    }

    private static final class RefusedException extends Exception {

        private final int status;

        RefusedException(int status) {
            super("refused with " + status, null, false, false);
            this.status = status;
        }
    }

    /** The complete body, which Tomcat parses as if it came from the network. */
    static final class BufferedRequestBody implements InputBuffer {

        private final byte[] body;
        private boolean isRead;

        BufferedRequestBody(byte[] body) {
            this.body = body;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            if (isRead || body.length == 0) {
                return -1;
            }
            isRead = true;
            handler.setByteBuffer(ByteBuffer.wrap(body));
            return body.length;
        }

        @Override
        public int available() {
            return isRead ? 0 : body.length;
        }
    }
}
