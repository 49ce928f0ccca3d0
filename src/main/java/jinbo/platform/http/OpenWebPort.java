package jinbo.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.platform.http.WebPort.Open;
import jinbo.platform.http.WebPort.Taken;
import jinbo.platform.http.WebPort.Unwanted;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Opens a web port: starts a web server in a child context of the program's application context. */
@Component
public record OpenWebPort(ConfigurableApplicationContext program) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenWebPort.class);
    private static final String COMMON = "classpath:/jinbo/platform/http/every-port.yaml";

    /** Opens a port, and logs where it is. {@code subject} says what is opened, with its verb. */
    public WebPort open(String subject, String setting, WebPortDefinition definition) {
        WebPort port = open(definition);
        if (port instanceof Open open) {
            LOG.info("{} at {}", subject, open.url());
        } else if (port instanceof Taken taken) {
            LOG.warn(
                    "{} not available at {} port {}: the port is in use, or the address does not belong to this machine;"
                            + " the jobs run without it. Set {} to another port, to 0 for any free one, or to -1 for none",
                    subject,
                    taken.address(),
                    taken.port(),
                    setting);
        }
        return port;
    }

    public WebPort open(WebPortDefinition definition) {
        if (definition.port() == WebPortDefinition.NONE) {
            return new Unwanted();
        }
        // Checked first, because for a taken port Spring Boot would log that the whole program has failed.
        return isFree(definition) ? start(definition) : new Taken(definition.address(), definition.port());
    }

    private WebPort start(WebPortDefinition definition) {
        String[] settings = Stream.concat(
                        Stream.of(
                                "spring.config.location=" + COMMON + "," + definition.settings(),
                                "server.address=" + definition.address(),
                                "server.port=" + definition.port()),
                        definition.more().stream())
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        try {
            ConfigurableApplicationContext web = new SpringApplicationBuilder(
                            SharedPortConfiguration.class, RequestLimitCustomizer.class, definition.context())
                    .parent(program)
                    .web(WebApplicationType.SERVLET)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .run(settings);
            int port = ((WebServerApplicationContext) web).getWebServer().getPort();
            boolean encrypted = web.getEnvironment().containsProperty("server.ssl.certificate");
            return new Open(encrypted ? "https" : "http", definition.address(), port, web::close);
        } catch (RuntimeException e) {
            if (!isPortTaken(e)) {
                throw e;
            }
            return new Taken(definition.address(), definition.port());
        }
    }

    private static boolean isFree(WebPortDefinition definition) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(definition.address(), definition.port()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPortTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /** Beans for the contexts of all ports. Not a {@code @Configuration}, so that only {@link OpenWebPort} loads it. */
    static class SharedPortConfiguration {

        /** More than fit into the headers, so that Tomcat never refuses a request because of its many languages. */
        private static final int MAX_LOCALES = 10_000;

        @Bean
        static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> headersAndLocales(
                ObjectProvider<ContentSecurityPolicy> policy) {
            return factory -> {
                factory.addEngineValves(
                        new SecurityHeaders(policy.getIfAvailable(() -> ContentSecurityPolicy.NOTHING)));
                factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(MAX_LOCALES));
            };
        }

        /** Sets headers also on Tomcat's own responses, which servlet filters do not see. Pages may replace headers. */
        static final class SecurityHeaders extends ValveBase {

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
                    response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
                }
                getNext().invoke(request, response);
            }
        }
    }
}
