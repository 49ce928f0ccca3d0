package jinbo.operator.api;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands operations to the process that serves a home. It speaks as much HTTP/1.1 as that needs: one request a connection, which the
 * other side closes.
 *
 * @param socket where that process listens, if it does
 */
public record ApiClient(Path socket) {

    private static final String END_OF_HEAD = "\r\n\r\n";

    /**
     * What the process answered.
     *
     * @param status of HTTP
     * @param exitStatus of the command, where it was carried out
     * @param body the result as it was asked for, or a problem as JSON
     */
    public record Reply(int status, int exitStatus, String body) {

        /** Whether the operation was carried out, or stored. */
        public boolean isDone() {
            return status == 200;
        }
    }

    /** Whether a process may listen there. */
    public boolean isThere() {
        return Files.exists(socket);
    }

    /** Whether a process does listen there: one that died leaves its socket behind. */
    boolean isAnswered() throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return isThere() && connected(channel);
        }
    }

    /**
     * Hands an operation over.
     *
     * @param document the operation
     * @param signature of the person who asks, armored
     * @param accept in which form the result is wanted
     * @param language in which language
     * @return empty if nobody listens
     * @throws IOException if the connection breaks after the operation was sent: it may have been carried out
     */
    public Optional<Reply> ask(String document, Optional<String> signature, String accept, String language)
            throws IOException {
        if (!isThere()) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            if (!connected(channel)) {
                return Optional.empty();
            }
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(
                    head(body.length, signature, accept, language).getBytes(StandardCharsets.US_ASCII)));
            channel.write(ByteBuffer.wrap(body));
            return Optional.of(
                    reply(new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private boolean connected(SocketChannel channel) {
        try {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException leftBehindByAProcessThatDied) {
            return false;
        }
    }

    private static String head(int length, Optional<String> signature, String accept, String language) {
        StringBuilder head = new StringBuilder("POST /api/v1/operations HTTP/1.1\r\nHost: localhost\r\n")
                .append("Content-Type: application/json\r\nContent-Length: ")
                .append(length)
                .append("\r\nAccept: ")
                .append(accept)
                .append("\r\nAccept-Language: ")
                .append(language)
                .append("\r\nConnection: close\r\n");
        signature.ifPresent(armored -> head.append(OperationsResource.SIGNATURE)
                .append(": ")
                .append(Base64.getEncoder().encodeToString(armored.getBytes(StandardCharsets.US_ASCII)))
                .append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static Reply reply(String answer) throws IOException {
        int end = answer.indexOf(END_OF_HEAD);
        if (end < 0 || !answer.startsWith("HTTP/1.1 ")) {
            throw new IOException("The process that serves has answered nothing that can be read");
        }
        String head = answer.substring(0, end);
        int exit = Stream.of(head.split("\r\n"))
                .filter(line -> line.startsWith(OperationsResource.EXIT_STATUS + ": "))
                .map(line -> Integer.valueOf(line.substring(OperationsResource.EXIT_STATUS.length() + 2)))
                .findFirst()
                .orElse(1);
        return new Reply(
                Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length())),
                exit,
                answer.substring(end + END_OF_HEAD.length()));
    }
}
