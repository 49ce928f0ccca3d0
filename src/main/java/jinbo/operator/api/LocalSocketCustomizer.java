package jinbo.operator.api;

import jinbo.platform.http.LocalSocketProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;

/** Makes Tomcat listen on the socket instead of a port. */
record LocalSocketCustomizer(Environment environment, ApiSettings settings)
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String PATH = "local-socket.path";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(LocalSocketProtocol.class.getName());
        factory.addProtocolHandlerCustomizers((LocalSocketProtocol protocol) -> protocol.admit(settings.admitted()));
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("unixDomainSocketPath", environment.getRequiredProperty(PATH));
            // Tomcat requires that nobody else can enter the folder
            connector.setProperty(
                    "unixDomainSocketPathPermissions", settings.admitted().isPresent() ? "rw-rw----" : "rw-------");
        });
    }
}
