package jinbo.consumer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jinbo.cases.CallPurpose;
import jinbo.consumer.ConsentText;
import jinbo.testing.FormClient;
import jinbo.testing.TestGateway;

/** A client of the portal. */
public final class PortalVisitor extends FormClient {

    public static final String LANGUAGE = "jinbo-portal-language";
    static final String SESSION = "jinbo-visit";

    private final TestGateway gateway;

    PortalVisitor(TestPortal portal) {
        this(portal.url(), portal.gateway());
    }

    /** @param gateway delivers the codes */
    public PortalVisitor(String url, TestGateway gateway) {
        super(url);
        this.gateway = gateway;
        plant(LANGUAGE, "en");
    }

    @Override
    public PortalVisitor plant(String cookie, String value) {
        super.plant(cookie, value);
        return this;
    }

    @Override
    public PortalVisitor with(String header, String value) {
        super.with(header, value);
        return this;
    }

    /** Returns the CSRF token. */
    public String token() {
        return token("/").orElseThrow(() -> new AssertionError("The start page has no form"));
    }

    /** Sends a form with its CSRF token. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post("/", path, fields);
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
}
