package jinbo.consumer.portal.remote;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Has the settings of the hatch read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RemotePortalSettings.class)
class RemotePortalConfiguration {}
