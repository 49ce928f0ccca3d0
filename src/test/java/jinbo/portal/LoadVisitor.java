package jinbo.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One of many who register on a launch day: reads every page on the way, and follows where it is led. */
final class LoadVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern CONSENT = Pattern.compile("name=\"consent\" value=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("/done/([0-9A-Z-]{14})");

    private final HttpClient http;
    private final String url;
    private final LongConsumer nanos;
    private final Runnable waits;
    private final Map<String, String> cookies = new TreeMap<>();
    private String page = "";

    /**
     * Comes.
     *
     * @param http follows no redirection and keeps no cookies
     * @param nanos is told how long each answer took
     * @param waits is told when it was asked to come back later; then it does the same again
     */
    LoadVisitor(HttpClient http, String url, LongConsumer nanos, Runnable waits) {
        this.http = http;
        this.url = url;
        this.nanos = nanos;
        this.waits = waits;
    }

    /**
     * Registers, from the first page to the reference.
     *
     * @param codeOf what the telephone of a number shows
     * @return the reference
     */
    String register(String number, UnaryOperator<String> codeOf) {
        get("/");
        post("/code", Map.of("number", number, "to", "choose"), "/code");
        post("/code/check", Map.of("code", codeOf.apply(number)), "/choose");
        post("/choose/preview", Map.of("sector", "LIFE", "term", "2Y"), "");
        String done = post(
                "/choose/confirm",
                Map.of("sector", "LIFE", "term", "2Y", "form", in(FORM), "consent", in(CONSENT)),
                "/done/");
        Matcher reference = REFERENCE.matcher(done);
        if (!reference.find()) {
            throw new AssertionError("No reference at " + done);
        }
        return reference.group(1);
    }

    private void get(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + path)));
        require(answer.statusCode() == 200, path, answer);
        page = answer.body();
    }

    /** Sends a form and reads the page that it leads to. */
    private String post(String path, Map<String, String> fields, String leadsTo) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", in(TOKEN));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        if (leadsTo.isEmpty()) {
            require(answer.statusCode() == 200, path, answer);
            page = answer.body();
            return path;
        }
        String next = answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(URI::getPath)
                .orElse("nowhere");
        require(next.startsWith(leadsTo), path, answer);
        get(next);
        return next;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = sendOnce(request.build());
            while (answer.statusCode() == 503
                    && answer.headers().firstValue("Retry-After").isPresent()) {
                waits.run();
                answer = sendOnce(request.build());
            }
            keep(answer.headers().allValues("Set-Cookie"));
            return answer;
        } catch (IOException e) {
            throw new AssertionError("The portal does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> sendOnce(HttpRequest request) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        nanos.accept(System.nanoTime() - begun);
        return answer;
    }

    private void keep(List<String> set) {
        for (String cookie : set) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
    }

    private String in(Pattern field) {
        Matcher found = field.matcher(page);
        require(found.find(), field.pattern(), null);
        return found.group(1);
    }

    private static void require(boolean holds, String what, HttpResponse<String> answer) {
        if (!holds) {
            throw new AssertionError(what + ": "
                    + (answer == null
                            ? "is not on the page"
                            : answer.statusCode() + " " + answer.headers().map()));
        }
    }
}
