package jinbo.consumer.portal.remote;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import jinbo.consumer.portal.OpenPortal;
import jinbo.consumer.portal.PortalSettings;
import jinbo.consumer.portal.remote.RemotePortalException.RemotePortalError;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.home.HomeClock;
import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.WebPort;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The portal as a process of its own, with a database login only. */
public final class RemotePortal implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final WebPort.Open port;

    private RemotePortal(ConfigurableApplicationContext context, WebPort.Open port) {
        this.context = context;
        this.port = port;
    }

    /**
     * Starts the portal.
     *
     * @param folder a folder with {@code jobs/}, {@code settings/} and {@code log/}
     * @param settings settings that override those files and the environment
     * @throws RemotePortalException if no database is set, the login is not accepted, or the port cannot be opened
     */
    public static RemotePortal open(Path folder, Map<String, String> settings) {
        String[] properties = Stream.concat(
                        // a log file of its own, because a serving process may use the same folder
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

    /** The context of a remote portal. It has no {@code @Configuration}, so that only {@link RemotePortal} loads it. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties({PortalSettings.class, RemotePortalSettings.class})
    @Import({OpenWebPort.class, OpenPortal.class})
    static class RemotePortalContext {

        /** This clock only pre-fills forms; the clock of the exchange decides. */
        @Bean
        static Clock clock(Environment environment) {
            return HomeClock.of(
                    Optional.ofNullable(environment.getProperty("jinbo.clock")).filter(text -> !text.isBlank()),
                    environment.acceptsProfiles(Profiles.of("test")));
        }

        @Bean(destroyMethod = "close")
        static RemoteExchange fromOutside(DataSource dataSource, RemotePortalSettings settings) {
            new PortalLogin(dataSource).verify();
            return new RemoteExchange(dataSource, settings);
        }

        @Bean
        static ConsumerService consumerService(RemoteExchange remoteExchange) {
            return remoteExchange.consumerService();
        }

        @Bean
        static DeliveryReceipts receipts(RemoteExchange remoteExchange) {
            return remoteExchange.receipts();
        }
    }
}
