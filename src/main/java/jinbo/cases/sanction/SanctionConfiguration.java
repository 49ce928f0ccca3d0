package jinbo.cases.sanction;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Lets the settings of sanctions be read. */
@Configuration
@EnableConfigurationProperties(SanctionSettings.class)
class SanctionConfiguration {}
