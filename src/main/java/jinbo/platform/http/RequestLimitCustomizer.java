package jinbo.platform.http;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;

/** Has a port take no more of its clients than its {@link RequestLimits} say. No component, because only ports have it. */
final class RequestLimitCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final RequestLimits limits;
    private final RefusedPaths refusedPaths;

    RequestLimitCustomizer(Environment environment, ObjectProvider<RefusedPaths> refusedPaths) {
        this.limits = Binder.get(environment).bindOrCreate("jinbo.request", RequestLimits.class);
        this.refusedPaths = refusedPaths.getIfAvailable(() -> path -> false);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedHttp11Protocol.class.getName());
        factory.addProtocolHandlerCustomizers((BoundedHttp11Protocol protocol) -> protocol.limit(limits, refusedPaths));
        factory.addEngineValves(new RejectRequestValve());
    }
}
