package jinbo.operator.api;

import jakarta.servlet.MultipartConfigElement;
import jinbo.platform.http.LocalSocketProtocol;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The web context of the local interface. Not a {@code @Configuration}, so that only {@link OpenLocalApi} loads it. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import(OperationsResource.class)
class ApiContext {

    static final String SOCKET = "local-socket.path";

    /** Parts as small as an operation are kept in memory, because phone numbers must not be written to disk. */
    @Bean
    static MultipartConfigElement multipartConfig() {
        return new MultipartConfigElement(
                "", ReceivedParts.MOST_BYTES, ReceivedParts.MOST_BYTES, ReceivedParts.LONGEST_OPERATION);
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> localSocket(
            Environment environment, ApiSettings settings) {
        return factory -> {
            factory.setProtocol(LocalSocketProtocol.class.getName());
            factory.addProtocolHandlerCustomizers(
                    (LocalSocketProtocol protocol) -> protocol.admit(settings.admitted()));
            factory.addConnectorCustomizers(connector -> {
                // The web server starts before @Value can resolve placeholders here
                connector.setProperty("unixDomainSocketPath", environment.getRequiredProperty(SOCKET));
                // Tomcat requires that nobody else can enter the folder
                connector.setProperty(
                        "unixDomainSocketPathPermissions", settings.admitted().isPresent() ? "rw-rw----" : "rw-------");
            });
        };
    }
}
