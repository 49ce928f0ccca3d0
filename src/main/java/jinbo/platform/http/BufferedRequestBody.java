package jinbo.platform.http;

import java.nio.ByteBuffer;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that has been read whole, for Tomcat to parse as if it came from the network. */
final class BufferedRequestBody implements InputBuffer {

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
