package jinbo.consumer.portal.remote;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.consumer.portal.OpenPortal;
import jinbo.consumer.portal.remote.RemotePortalException.RemotePortalError;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.http.WebPort;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The portal as a process of its own. */
public final class RemotePortal implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final WebPort.Open port;

    private RemotePortal(ConfigurableApplicationContext context, WebPort.Open port) {
        this.context = context;
        this.port = port;
    }

    /**
     * @param folder with {@code jobs/}, {@code settings/} and {@code log/}
     * @param settings override those files and the environment
     * @throws RemotePortalException if no database is set, its login is not accepted, or the port cannot be opened
     */
    public static RemotePortal open(Path folder, Map<String, String> settings) {
        String[] properties = Stream.concat(
                        // not the log file of a serving process with the same folder
                        Stream.of("--jinbo.home=" + folder, "--jinbo.log-name=portal"),
                        settings.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()))
                .toArray(String[]::new);
        ConfigurableApplicationContext context = run(properties);
        try {
            return new RemotePortal(
                    context, opened(context.getBean(OpenPortal.class).open()));
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext run(String... properties) {
        try {
            return new SpringApplicationBuilder(RemotePortalContext.class)
                    .web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .initializers(start -> requireDatabase(start.getEnvironment()))
                    .run(properties);
        } catch (RuntimeException e) {
            throw RemotePortalException.of(e);
        }
    }

    public String url() {
        return port.url();
    }

    @Override
    public void close() {
        try {
            port.close();
        } finally {
            context.close();
        }
    }

    private static WebPort.Open opened(WebPort port) {
        if (port instanceof WebPort.Open open) {
            return open;
        }
        throw port instanceof WebPort.Taken taken
                ? new RemotePortalException(RemotePortalError.PORT_NOT_OPENED, taken.address(), taken.port())
                : new RemotePortalException(RemotePortalError.SWITCHED_OFF);
    }

    private static void requireDatabase(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", EmbeddedDatabase.AS_URL);
        if (url.equals(EmbeddedDatabase.AS_URL)) {
            throw new RemotePortalException(RemotePortalError.NO_DATABASE);
        }
    }
}
