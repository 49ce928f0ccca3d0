package jinbo.consumer.portal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Persistent HTTP/1.1 connections, as from a proxy, that need little CPU. */
final class KeepAliveConnections {

    /** Shorter than the portal's own timeout. */
    private static final long IDLE_NANOS = 5_000_000_000L;

    private final Deque<Line> free = new ConcurrentLinkedDeque<>();
    private final String host;
    private final int port;

    KeepAliveConnections(String url) {
        URI at = URI.create(url);
        this.host = at.getHost();
        this.port = at.getPort();
    }

    /** @param body each byte as one character, which is enough to search for ASCII */
    record Answer(int status, List<String> head, String body) {

        Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        List<String> headers(String name) {
            String begins = name + ":";
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, begins, 0, begins.length()))
                    .map(line -> line.substring(begins.length()).strip())
                    .toList();
        }
    }

    /**
     * @param first method and path
     * @param headers without host, each with its line end
     */
    Answer ask(String first, String headers, String body) throws IOException {
        Line line = free.pollFirst();
        while (line != null && System.nanoTime() - line.usedAt > IDLE_NANOS) {
            line.socket.close();
            line = free.pollFirst();
        }
        if (line == null) {
            line = new Line(new Socket(host, port));
        }
        line.send(first + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n" + headers + "\r\n" + body);
        Answer answer = line.receive();
        if (answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
            line.socket.close();
        } else {
            line.usedAt = System.nanoTime();
            free.addFirst(line);
        }
        return answer;
    }

    private static final class Line {

        private final Socket socket;
        private final InputStream in;
        private byte[] buffer = new byte[1 << 14];
        private int begin;
        private int end;
        private long usedAt;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            this.in = socket.getInputStream();
        }

        void send(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        }

        Answer receive() throws IOException {
            List<String> head = new ArrayList<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                head.add(line);
            }
            int status = Integer.parseInt(head.get(0), 9, 12, 10);
            Answer bare = new Answer(status, head, "");
            if (bare.header("Transfer-Encoding").isPresent()) {
                return new Answer(status, head, chunks());
            }
            int length = bare.header("Content-Length").map(Integer::valueOf).orElse(0);
            return new Answer(status, head, bytes(length));
        }

        private String chunks() throws IOException {
            StringBuilder body = new StringBuilder();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.append(bytes(size));
                line();
            }
            line();
            return body.toString();
        }

        private String line() throws IOException {
            int looked = begin;
            while (true) {
                for (; looked < end; looked++) {
                    if (buffer[looked] == '\n') {
                        String line = new String(buffer, begin, looked - 1 - begin, StandardCharsets.ISO_8859_1);
                        begin = looked + 1;
                        return line;
                    }
                }
                looked -= begin;
                fill();
                looked += begin;
            }
        }

        private String bytes(int count) throws IOException {
            while (end - begin < count) {
                fill();
            }
            String text = new String(buffer, begin, count, StandardCharsets.ISO_8859_1);
            begin += count;
            return text;
        }

        private void fill() throws IOException {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
            if (end == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                throw new EOFException("The portal has closed the connection");
            }
            end += read;
        }
    }
}
