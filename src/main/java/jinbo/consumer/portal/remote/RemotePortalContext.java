package jinbo.consumer.portal.remote;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import jinbo.consumer.portal.OpenPortal;
import jinbo.consumer.portal.PortalSettings;
import jinbo.platform.home.HomeClock;
import jinbo.platform.http.OpenWebPort;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The context of a remote portal. It has no {@code @Configuration}, so that only {@link RemotePortal} loads it. */
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
@EnableConfigurationProperties({PortalSettings.class, RemotePortalSettings.class})
@Import({OpenWebPort.class, OpenPortal.class})
class RemotePortalContext {

    /** Only pre-fills forms; the exchange decides. */
    @Bean
    static Clock clock(Environment environment) {
        return HomeClock.of(
                Optional.ofNullable(environment.getProperty("jinbo.clock")).filter(text -> !text.isBlank()),
                environment.acceptsProfiles(Profiles.of("test")));
    }

    @Bean(destroyMethod = "close")
    static RemoteExchange fromOutside(DataSource dataSource, RemotePortalSettings settings) {
        new PortalLogin(dataSource).require();
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
