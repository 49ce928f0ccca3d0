package jinbo.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gets pages and sends their forms. It keeps all cookies and follows no redirect. */
public class FormClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String url;
    private final HttpClient http;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new TreeMap<>(Map.of("Accept", "text/html"));

    public FormClient(String url) {
        this(url, HttpClient.newBuilder());
    }

    protected FormClient(String url, HttpClient.Builder http) {
        this.url = url;
        this.http = http.followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** Sends a cookie that the server has not set. */
    public FormClient plant(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** Removes a cookie. */
    public FormClient forget(String cookie) {
        cookies.remove(cookie);
        return this;
    }

    /** Adds a header to all requests. */
    public FormClient with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Returns the value of the header {@code Cookie}; empty if there are no cookies. */
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** Returns the CSRF token of the forms on a page; empty if it has none. */
    public Optional<String> token(String page) {
        return TOKEN.matcher(get(page).body()).results().findFirst().map(token -> token.group(1));
    }

    /** Sends a form of a page, with its CSRF token. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        return forge(path, withToken(page, fields));
    }

    /** Sends arbitrary fields. */
    public HttpResponse<String> forge(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(path, "application/x-www-form-urlencoded", body);
    }

    protected final Map<String, String> withToken(String page, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token(page).orElseThrow(() -> new AssertionError(page + " has no form")));
        return all;
    }

    protected final HttpResponse<String> send(String path, String contentType, String body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    protected final HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(request::header);
        return cookies.isEmpty() ? request : request.header("Cookie", cookies());
    }

    protected final <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            HttpResponse<T> answer = http.send(request, body);
            for (String set : answer.headers().allValues("Set-Cookie")) {
                String[] pair = set.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Returns the target of a redirect. */
    public static String next(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(to -> to.getPath() + (to.getQuery() == null ? "" : "?" + to.getQuery()))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + "\n" + answer.body()));
    }
}
