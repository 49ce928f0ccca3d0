package jinbo.operator.metrics;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings with all others, so that a wrong one stops every command and not only {@code serve}. */
@Configuration
@EnableConfigurationProperties(MonitoringSettings.class)
class MonitoringConfiguration {}
