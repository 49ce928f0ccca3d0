package jinbo.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** What the contexts of all ports have in common. No {@code @Configuration}, so that only {@link OpenWebPort} loads it. */
class SharedPortConfiguration {

    /** More than fit into the headers of a request: what is wanted of the first is taken, and none is refused for the others. */
    private static final int MOST_LANGUAGES = 10_000;

    @Bean
    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> inFrontOfEveryPage(
            ObjectProvider<ContentSecurityPolicy> policy) {
        return factory -> {
            factory.addEngineValves(new SecurityHeaders(policy.getIfAvailable(() -> ContentSecurityPolicy.NOTHING)));
            factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(MOST_LANGUAGES));
        };
    }

    /**
     * Puts into every answer of a port what a browser must know to be safe with it: into those of Tomcat's own, too,
     * which no filter of a servlet sees. Where a page sets such a header itself, the page's stays.
     */
    static final class SecurityHeaders extends ValveBase {

        private static final String OVER_TLS_ALONE = "max-age=31536000 ; includeSubDomains";

        private final Map<String, String> headers;

        SecurityHeaders(ContentSecurityPolicy policy) {
            super(true);
            this.headers = Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Content-Security-Policy", policy.directives(),
                    "Cache-Control", "no-store");
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            headers.forEach(response::setHeader);
            if (request.isSecure()) {
                response.setHeader("Strict-Transport-Security", OVER_TLS_ALONE);
            }
            getNext().invoke(request, response);
        }
    }
}
