package jinbo.operator.alert;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of watching. */
@Configuration
@EnableConfigurationProperties(WatchSettings.class)
class WatchConfiguration {}
