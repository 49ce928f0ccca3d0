package jinbo.platform.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import jinbo.platform.http.WebPort.Open;
import jinbo.platform.http.WebPort.Taken;
import jinbo.platform.http.WebPort.Unwanted;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** Opens a port in a context of its own below the program's. */
@Component
public record OpenWebPort(ConfigurableApplicationContext program) {

    private static final String COMMON = "classpath:/jinbo/platform/http/every-port.yaml";

    /** Until what it gives is closed. */
    public WebPort open(WebPortDefinition order) {
        if (order.port() == WebPortDefinition.NONE) {
            return new Unwanted();
        }
        // asked before, because Spring Boot would write into the log that the whole program has failed
        return isFree(order) ? start(order) : new Taken(order.address(), order.port());
    }

    private WebPort start(WebPortDefinition order) {
        String[] settings = Stream.concat(
                        Stream.of(
                                "spring.config.location=" + COMMON + "," + order.settings(),
                                "server.address=" + order.address(),
                                "server.port=" + order.port()),
                        order.more().stream())
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        try {
            ConfigurableApplicationContext web = new SpringApplicationBuilder(
                            SharedPortConfiguration.class, RequestLimitCustomizer.class, order.context())
                    .parent(program)
                    .web(WebApplicationType.SERVLET)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .run(settings);
            int port = ((WebServerApplicationContext) web).getWebServer().getPort();
            boolean encrypted = web.getEnvironment().containsProperty("server.ssl.certificate");
            return new Open(encrypted ? "https" : "http", order.address(), port, web::close);
        } catch (RuntimeException e) {
            if (!isAboutThePort(e)) {
                throw e;
            }
            return new Taken(order.address(), order.port());
        }
    }

    private static boolean isFree(WebPortDefinition order) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(order.address(), order.port()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isAboutThePort(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
