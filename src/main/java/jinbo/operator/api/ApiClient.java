package jinbo.operator.api;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jinbo.participant.operation.OperationDocument;

/** Sends operations to the process that serves a home, with one request for each connection. */
public record ApiClient(Path socket) {

    private static final String END_OF_HEAD = "\r\n\r\n";

    public record Reply(int status, int exitStatus, String body) {

        public boolean isDone() {
            return status == 200;
        }
    }

    public boolean isThere() {
        return Files.exists(socket);
    }

    /** True if a process listens. The socket alone does not show it: a process that died leaves its socket behind. */
    boolean isAnswered() throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return isThere() && connected(channel);
        }
    }

    /** Returns empty if no process listens. After an {@link IOException}, the operation may have been carried out. */
    public Optional<Reply> ask(OperationDocument document, Optional<String> signature, AnswerForm form, String language)
            throws IOException {
        return send("POST /api/v1/operations", Optional.of(document), headers(signature, form, language));
    }

    public Optional<Reply> document(long request, AnswerForm form, String language) throws IOException {
        return send(
                "GET /api/v1/requests/" + request + "/document",
                Optional.empty(),
                headers(Optional.empty(), form, language));
    }

    /** Confirms a request as a second person, who has signed the unchanged document. */
    public Optional<Reply> confirm(
            long request, OperationDocument document, String person, String signature, AnswerForm form, String language)
            throws IOException {
        return send(
                "POST /api/v1/requests/" + request + "/confirmation",
                Optional.of(document),
                headers(Optional.of(signature), form, language) + header(OperationsResource.PERSON, person));
    }

    private Optional<Reply> send(String what, Optional<OperationDocument> document, String headers) throws IOException {
        RequestBody body = document.isPresent() ? RequestBody.of(document.get()) : RequestBody.NONE;
        if (!isThere()) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            if (!connected(channel)) {
                return Optional.empty();
            }
            String head = what + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + body.type() + "\r\nContent-Length: "
                    + body.length() + "\r\n" + headers + "Connection: close\r\n\r\n";
            OutputStream out = Channels.newOutputStream(channel);
            try {
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                body.writeTo(out);
            } catch (IOException refusedBeforeAllWasRead) {
                // the server has refused before reading everything; its response says why
            }
            return Optional.of(reply(Channels.newInputStream(channel).readAllBytes()));
        }
    }

    private boolean connected(SocketChannel channel) {
        try {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException leftBehindByAProcessThatDied) {
            return false;
        }
    }

    private static String headers(Optional<String> signature, AnswerForm form, String language) {
        return header("Accept", form == AnswerForm.JSON ? "application/json" : "text/plain")
                + header("Accept-Language", language)
                + (form == AnswerForm.COLOURED_TEXT
                        ? header(OperationsResource.SCREEN, OperationsResource.COLOURED)
                        : "")
                + signature
                        .map(armored -> header(
                                OperationsResource.SIGNATURE,
                                Base64.getEncoder().encodeToString(armored.getBytes(StandardCharsets.US_ASCII))))
                        .orElse("");
    }

    private static String header(String name, String value) {
        return name + ": " + value + "\r\n";
    }

    private static Reply reply(byte[] received) throws IOException {
        String answer = new String(received, StandardCharsets.UTF_8);
        int end = answer.indexOf(END_OF_HEAD);
        if (end < 0 || !answer.startsWith("HTTP/1.1 ")) {
            throw new IOException("The answer of the serving process cannot be read");
        }
        String head = answer.substring(0, end);
        String body = answer.substring(end + END_OF_HEAD.length());
        if (!(head + "\r\n").contains("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n")) {
            throw new IOException(
                    "The serving process ended before its answer was complete: the result of the command is not"
                            + " known, so check it before you repeat the command");
        }
        int exit = Stream.of(head.split("\r\n"))
                .filter(line -> line.startsWith(OperationsResource.EXIT_STATUS + ": "))
                .map(line -> Integer.valueOf(line.substring(OperationsResource.EXIT_STATUS.length() + 2)))
                .findFirst()
                .orElse(1);
        return new Reply(Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length())), exit, body);
    }

    /** A JSON document, or a multipart form (RFC 7578) with texts and files, as byte arrays and paths in order. */
    record RequestBody(String type, List<Object> pieces, long length) {

        static final RequestBody NONE = new RequestBody("application/json", List.of(), 0);

        static RequestBody of(OperationDocument document) throws IOException {
            byte[] json = document.json().getBytes(StandardCharsets.UTF_8);
            if (document.texts().isEmpty() && document.files().isEmpty()) {
                return new RequestBody("application/json", List.of(json), json.length);
            }
            String boundary = UUID.randomUUID().toString();
            List<Object> pieces = new ArrayList<>();
            add(pieces, boundary, "name=\"" + ReceivedParts.OPERATION + "\"", json);
            for (Map.Entry<String, List<String>> texts : document.texts().entrySet()) {
                for (String text : texts.getValue()) {
                    add(pieces, boundary, "name=\"" + texts.getKey() + "\"", text.getBytes(StandardCharsets.UTF_8));
                }
            }
            for (Map.Entry<String, List<Path>> files : document.files().entrySet()) {
                for (Path file : files.getValue()) {
                    String name = String.valueOf(file.getFileName())
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"");
                    add(pieces, boundary, "name=\"" + files.getKey() + "\"; filename=\"" + name + "\"", file);
                }
            }
            pieces.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            long length = 0;
            for (Object piece : pieces) {
                length += piece instanceof Path file ? Files.size(file) : ((byte[]) piece).length;
            }
            return new RequestBody("multipart/form-data; boundary=" + boundary, pieces, length);
        }

        private static void add(List<Object> pieces, String boundary, String disposition, Object content) {
            pieces.add(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            pieces.add(content);
            pieces.add("\r\n".getBytes(StandardCharsets.UTF_8));
        }

        void writeTo(OutputStream out) throws IOException {
            for (Object piece : pieces) {
                if (piece instanceof Path file) {
                    Files.copy(file, out);
                } else {
                    out.write((byte[]) piece);
                }
            }
        }
    }
}
