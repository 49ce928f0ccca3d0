package jinbo.platform.http;

import java.io.IOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A signed-in consumer or operator. */
final class SignedInClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String url;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private SignedInClient(String url) {
        this.url = url;
    }

    static SignedInClient of(ExchangePorts ports, String port) {
        SignedInClient visitor = new SignedInClient(ports.url(port));
        if (port.equals(ExchangePorts.PORTAL)) {
            visitor.post("/code", Map.of("number", "13810001234"), "/");
            visitor.post("/code/check", Map.of("code", ports.gateway().codeFor("13810001234")), "/");
        } else if (port.equals(ExchangePorts.CONSOLE)) {
            visitor.post(
                    "/sign-in", Map.of("name", ExchangePorts.OPERATOR, "password", ExchangePorts.PASSWORD), "/sign-in");
        }
        return visitor;
    }

    /** The cookie header with its line end, or empty. */
    String header() {
        String all = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "" : "Cookie: " + all + "\r\n";
    }

    String token() {
        Matcher token = TOKEN.matcher(get("/"));
        return token.find() ? token.group(1) : "";
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html"))
                .body();
    }

    private void post(String path, Map<String, String> fields, String page) {
        Matcher token = TOKEN.matcher(get(page));
        if (!token.find()) {
            throw new AssertionError("There is no form at " + page);
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + token.group(1)));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " " + answer.statusCode() + "\n" + answer.body());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
