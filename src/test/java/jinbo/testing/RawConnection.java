package jinbo.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A connection to a port over which a client sends whatever it likes, as fast as it likes. */
public final class RawConnection implements AutoCloseable {

    private static final int ANSWERED_WITHIN_MILLIS = 15_000;

    /** Small, so that what was sent is what was taken, but for this and what the other side's kernel keeps. */
    private static final int SEND_BUFFER = 64 * 1024;

    private static final int PART = 16 * 1024;

    private final Socket socket;
    private final String host;

    private RawConnection(Socket socket, String host) {
        this.socket = socket;
        this.host = host;
    }

    /** Opens one from this machine's usual address. */
    public static RawConnection open(String url) {
        return from("127.0.0.1", url);
    }

    /** Opens one from another loopback address, as if from another machine. */
    public static RawConnection from(String address, String url) {
        URI to = URI.create(url);
        Socket socket = new Socket();
        try {
            socket.setSendBufferSize(SEND_BUFFER);
            socket.setSoTimeout(ANSWERED_WITHIN_MILLIS);
            socket.setTcpNoDelay(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(to.getHost(), to.getPort()), ANSWERED_WITHIN_MILLIS);
            return new RawConnection(socket, to.getAuthority());
        } catch (IOException e) {
            throw new AssertionError("The port takes no connection", e);
        }
    }

    /**
     * What came back.
     *
     * @param status 0 if the connection was closed without an answer that has one
     * @param text all of it, status line and headers too
     */
    public record Answer(int status, String text) {

        /** The value of a header. */
        public Optional<String> header(String name) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    /** Sends the beginning of a request: its first line, a host, and more headers, each with its line end; no empty line. */
    public RawConnection begin(String first, String headers) throws IOException {
        return send(first + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers);
    }

    /** Sends text, each character as a byte. */
    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends nothing more; an answer can still come. */
    public void end() throws IOException {
        socket.shutdownOutput();
    }

    /** Sends bytes. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /**
     * Sends a body until the other side answers or closes.
     *
     * @param size of the whole
     * @return how much was sent
     */
    public long sendBody(long size, boolean inChunks) throws IOException {
        byte[] part = new byte[PART];
        Arrays.fill(part, (byte) 'x');
        long sent = 0;
        try {
            while (sent < size && socket.getInputStream().available() == 0) {
                if (inChunks) {
                    send(Integer.toHexString(PART) + "\r\n");
                }
                send(part);
                if (inChunks) {
                    send("\r\n");
                }
                sent += PART;
            }
        } catch (IOException e) {
            // it was closed
        }
        return sent;
    }

    /** Reads until the other side closes, or has sent an answer of a length that it says. */
    public Answer answer() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read.write(buffer, 0, n);
                if (isWhole(read.toString(StandardCharsets.UTF_8), read.size())) {
                    break;
                }
            }
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // it was closed with something that the other side has not read
        }
        String text = read.toString(StandardCharsets.UTF_8);
        return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }

    /** Reads so many bytes, or until the other side closes. */
    public long count(long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long count = 0;
        try {
            while (count < most) {
                int n = socket.getInputStream().read(buffer);
                if (n < 0) {
                    break;
                }
                count += n;
            }
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // it was closed with something that the other side has not read
        }
        return count;
    }

    private static boolean isWhole(String text, int size) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        Answer head = new Answer(0, text.substring(0, end + 4));
        if (text.startsWith("HTTP/1.1 100") || text.startsWith("HTTP/1.1 304") || text.startsWith("HTTP/1.1 204")) {
            return true;
        }
        // headers are ASCII
        return head.header("Content-Length")
                .map(length -> size >= end + 4 + Integer.parseInt(length))
                .orElseGet(() -> head.header("Transfer-Encoding").isPresent() && text.endsWith("0\r\n\r\n"));
    }

    /** Whether the other side has closed it, or does so in time. */
    public boolean isClosed() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
