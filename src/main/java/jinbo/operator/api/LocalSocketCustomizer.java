package jinbo.operator.api;

import java.util.Set;
import jinbo.platform.http.LocalSocketProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;

/** Has Tomcat listen on the socket, and on no port. */
class LocalSocketCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String PATH = "jinbo.api.path";
    static final String PERMISSIONS = "jinbo.api.permissions";

    private final Environment environment;

    LocalSocketCustomizer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        String permissions = environment.getRequiredProperty(PERMISSIONS);
        boolean ownerAlone = permissions.equals("rw-------");
        factory.setProtocol(LocalSocketProtocol.class.getName());
        factory.addProtocolHandlerCustomizers((LocalSocketProtocol protocol) ->
                protocol.admit(ownerAlone ? Set.of(System.getProperty("user.name")) : Set.of()));
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("unixDomainSocketPath", environment.getRequiredProperty(PATH));
            connector.setProperty("unixDomainSocketPathPermissions", permissions);
        });
    }
}
