package jinbo.consumer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinbo.cases.CallPurpose;
import jinbo.consumer.ConsentText;
import jinbo.testing.TestGateway;

/** A client of the portal that does not follow redirects. */
public final class PortalVisitor {

    static final String SESSION = "jinbo-visit";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String url;
    private final TestGateway gateway;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new TreeMap<>(Map.of("Accept", "text/html"));
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    PortalVisitor(TestPortal portal) {
        this(portal.url(), portal.gateway());
    }

    /** @param gateway delivers the codes */
    public PortalVisitor(String url, TestGateway gateway) {
        this.url = url;
        this.gateway = gateway;
        plant("jinbo-portal-language", "en");
    }

    /** Sends a cookie that the portal has not set. */
    PortalVisitor plant(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** Adds a header to all requests. */
    PortalVisitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** Returns the CSRF token. */
    public String token() {
        Matcher token = TOKEN.matcher(get("/").body());
        if (!token.find()) {
            throw new AssertionError("The start page has no form");
        }
        return token.group(1);
    }

    /** Sends a form with its hidden fields. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token());
        return forge(path, all);
    }

    /** Sends arbitrary fields. */
    public HttpResponse<String> forge(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Sends the complaint form with consent and a purpose, unless the fields override them. */
    HttpResponse<String> complain(Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putIfAbsent("form", UUID.randomUUID().toString());
        all.putIfAbsent("consent", ConsentText.OF_COMPLAINTS);
        all.putIfAbsent("purpose", CallPurpose.SALES.name());
        return post("/complain", all);
    }

    public HttpResponse<String> ask(String number) {
        return post("/code", Map.of("number", number));
    }

    HttpResponse<String> type(String code) {
        return post("/code/check", Map.of("code", code));
    }

    public PortalVisitor prove(String number) {
        assertThat(firstPage(number, "")).isEqualTo("/mine");
        return this;
    }

    /** Proves the number and returns the page that follows. */
    String firstPage(String number, String button) {
        assertThat(next(post("/code", Map.of("number", number, "to", button)))).isEqualTo("/code");
        return next(type(gateway.codeFor(number)));
    }

    public static Map<String, String> choice() {
        return Map.of(
                "line",
                "LIFE",
                "term",
                "1Y",
                "consent",
                ConsentText.VERSION,
                "form",
                UUID.randomUUID().toString());
    }

    static Map<String, String> call(String day) {
        return Map.of(
                "day", day, "time", "08:00", "purpose", "SALES", "words", "no", "consent", ConsentText.OF_COMPLAINTS);
    }

    /** Returns the target of a redirect. */
    public static String next(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(to -> to.getPath() + (to.getQuery() == null ? "" : "?" + to.getQuery()))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + "\n" + answer.body()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(request::header);
        return request.header(
                "Cookie",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String set : answer.headers().allValues("Set-Cookie")) {
                String pair = set.split(";", 2)[0];
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
