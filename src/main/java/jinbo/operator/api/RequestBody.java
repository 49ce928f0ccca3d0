package jinbo.operator.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jinbo.participant.operation.OperationDocument;

/**
 * The body of a request: an operation alone, or a form in parts with what comes beside it (RFC 7578).
 *
 * @param type its media type
 * @param pieces bytes and files, one behind the other
 * @param length of all
 */
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
                String name =
                        String.valueOf(file.getFileName()).replace("\\", "\\\\").replace("\"", "\\\"");
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
