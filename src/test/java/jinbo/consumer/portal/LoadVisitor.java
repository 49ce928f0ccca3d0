package jinbo.consumer.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A visitor of the launch day, who loads every page and follows redirects. */
final class LoadVisitor {

    private static final int REFERENCE = 14;

    private final KeepAliveConnections lines;
    private final String address;
    private final LongConsumer nanos;
    private final Runnable waits;
    private final Map<String, String> cookies = new TreeMap<>();
    private String page = "";

    /**
     * @param address forwarded by the proxy
     * @param nanos receives the duration of each answer
     * @param waits is called for each rejection, which is retried
     */
    LoadVisitor(KeepAliveConnections lines, String address, LongConsumer nanos, Runnable waits) {
        this.lines = lines;
        this.address = address;
        this.nanos = nanos;
        this.waits = waits;
    }

    /**
     * @param codeOf returns the code for a number
     * @return the reference
     */
    String register(String number, UnaryOperator<String> codeOf) {
        get("/");
        post("/code", Map.of("number", number, "to", "choose"), "/code");
        post("/code/check", Map.of("code", codeOf.apply(number)), "/choose");
        post("/choose/preview", Map.of("line", "LIFE", "term", "2Y"), "");
        String done = post(
                "/choose/confirm",
                Map.of("line", "LIFE", "term", "2Y", "form", in("form"), "consent", in("consent")),
                "/done/");
        return done.substring(done.length() - REFERENCE);
    }

    private void get(String path) {
        KeepAliveConnections.Answer answer = send("GET " + path, "", "");
        require(answer.status() == 200, path, answer);
        page = answer.body();
    }

    /** Sends a form and follows the redirect. */
    private String post(String path, Map<String, String> fields, String leadsTo) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + in("_csrf")));
        KeepAliveConnections.Answer answer = send(
                "POST " + path,
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n",
                body);
        if (leadsTo.isEmpty()) {
            require(answer.status() == 200, path, answer);
            page = answer.body();
            return path;
        }
        String next =
                answer.header("Location").map(URI::create).map(URI::getPath).orElse("nowhere");
        require(next.startsWith(leadsTo), path, answer);
        get(next);
        return next;
    }

    private KeepAliveConnections.Answer send(String first, String headers, String body) {
        StringBuilder all = new StringBuilder(headers)
                .append("X-Forwarded-For: ")
                .append(address)
                .append("\r\n");
        if (!cookies.isEmpty()) {
            all.append("Cookie: ");
            cookies.forEach(
                    (name, value) -> all.append(name).append('=').append(value).append("; "));
            all.setLength(all.length() - 2);
            all.append("\r\n");
        }
        try {
            KeepAliveConnections.Answer answer = sendOnce(first, all.toString(), body);
            while (answer.status() == 503 && answer.header("Retry-After").isPresent()) {
                waits.run();
                answer = sendOnce(first, all.toString(), body);
            }
            keep(answer.headers("Set-Cookie"));
            return answer;
        } catch (IOException e) {
            throw new AssertionError("The portal does not answer", e);
        }
    }

    private KeepAliveConnections.Answer sendOnce(String first, String headers, String body) throws IOException {
        long begun = System.nanoTime();
        KeepAliveConnections.Answer answer = lines.ask(first, headers, body);
        nanos.accept(System.nanoTime() - begun);
        return answer;
    }

    private void keep(List<String> set) {
        for (String cookie : set) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
    }

    /** Returns the value of a hidden field or check box. */
    private String in(String field) {
        String before = "name=\"" + field + "\" value=\"";
        int begin = page.indexOf(before) + before.length();
        if (begin < before.length()) {
            throw new AssertionError(field + " is not on the page");
        }
        return page.substring(begin, page.indexOf('"', begin));
    }

    private static void require(boolean holds, String what, KeepAliveConnections.Answer answer) {
        if (!holds) {
            throw new AssertionError(what + ": " + answer.head());
        }
    }
}
