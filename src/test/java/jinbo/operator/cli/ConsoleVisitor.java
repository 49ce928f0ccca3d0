package jinbo.operator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Somebody who asks the console for pages, and sends what their forms would; it follows no redirection by itself. */
final class ConsoleVisitor {

    private static final Pattern EVIDENCE = Pattern.compile("name=\"evidence\" value=\"([0-9a-f]{64})\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String url;
    private final HttpClient http;

    ConsoleVisitor(String url) {
        this(url, HttpClient.newBuilder());
    }

    /** One who believes the certificates that a context believes. */
    ConsoleVisitor(String url, SSLContext tls) {
        this(url, HttpClient.newBuilder().sslContext(tls));
    }

    private ConsoleVisitor(String url, HttpClient.Builder http) {
        this.url = url;
        this.http = http.cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .build());
    }

    /** Follows the progress of runs, as an open page does; the stream ends with the connection. */
    HttpResponse<InputStream> followProgress() {
        return send(HttpRequest.newBuilder(URI.create(url + "/progress")).build(), BodyHandlers.ofInputStream());
    }

    /** Sends a form of a page. */
    HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new java.util.TreeMap<>(fields);
        all.put("_csrf", token(page));
        return forge(path, all);
    }

    /** The same, as a form is sent that may hold files: fields that begin with {@code @} hold what is in one. */
    HttpResponse<String> postWithFiles(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new java.util.TreeMap<>(fields);
        all.put("_csrf", token(page));
        String boundary = "a-line-that-is-in-no-field";
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name.replace("@", ""))
                .append(name.startsWith("@") ? "\"; filename=\"a-file\"" : "\"")
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body + "--" + boundary + "--\r\n"))
                .build());
    }

    private String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " has no form");
        }
        return token.group(1);
    }

    /** Sends fields that no page has made. */
    HttpResponse<String> forge(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /** Opens the evidence of a case, and reads the hash that a decision carries along, if its page has a form for one. */
    Optional<String> evidenceOf(String casePage) {
        Matcher hash = EVIDENCE.matcher(post("/account", casePage + "/evidence", Map.of("reason", "to be decided"))
                .body());
        return hash.find() ? Optional.of(hash.group(1)) : Optional.empty();
    }

    /** Where a redirection leads. */
    static String next(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(location -> URI.create(location))
                .map(to -> to.getPath() + (to.getQuery() == null ? "" : "?" + to.getQuery()))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + "\n" + answer.body()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
