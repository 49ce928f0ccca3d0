package jinbo.cases;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Lets the settings of cases be read. */
@Configuration
@EnableConfigurationProperties(CaseSettings.class)
class CaseConfiguration {}
