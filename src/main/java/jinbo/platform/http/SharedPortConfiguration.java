package jinbo.platform.http;

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
}
