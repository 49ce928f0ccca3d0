package jinbo.operator.cli;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import jinbo.testing.FormClient;

/** A client of the console. */
public final class ConsoleVisitor extends FormClient {

    private static final Pattern EVIDENCE = Pattern.compile("name=\"evidence\" value=\"([0-9a-f]{64})\"");

    public ConsoleVisitor(String url) {
        this(url, HttpClient.newBuilder());
    }

    /** @param tls contains the certificates that the client trusts */
    ConsoleVisitor(String url, SSLContext tls) {
        this(url, HttpClient.newBuilder().sslContext(tls));
    }

    private ConsoleVisitor(String url, HttpClient.Builder http) {
        super(url, http);
        with("Accept-Language", "en");
    }

    /** Follows the progress of runs, as an open page does; the stream ends with the connection. */
    HttpResponse<InputStream> followProgress() {
        return send(request("/progress").build(), BodyHandlers.ofInputStream());
    }

    /** Sends a form that may contain files; the values of fields that begin with {@code @} are sent as files. */
    HttpResponse<String> postWithFiles(String page, String path, Map<String, String> fields) {
        String boundary = "a-line-that-is-in-no-field";
        StringBuilder body = new StringBuilder();
        withToken(page, fields)
                .forEach((name, value) -> body.append("--")
                        .append(boundary)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(name.replace("@", ""))
                        .append(name.startsWith("@") ? "\"; filename=\"a-file\"" : "\"")
                        .append("\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        return send(path, "multipart/form-data; boundary=" + boundary, body + "--" + boundary + "--\r\n");
    }

    public HttpResponse<String> signIn(String name, String password) {
        return post("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /** Opens the evidence of a case, and returns the hash in the form of a decision; empty if there is no such form. */
    Optional<String> evidenceOf(String casePage) {
        Matcher hash = EVIDENCE.matcher(post("/account", casePage + "/evidence", Map.of("reason", "to be decided"))
                .body());
        return hash.find() ? Optional.of(hash.group(1)) : Optional.empty();
    }
}
