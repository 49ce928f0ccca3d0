package jinbo.operator.metrics;

import java.time.Duration;
import java.util.List;
import jinbo.platform.http.WebListenerSettings;
import jinbo.platform.http.WebPortDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of {@code settings/monitoring.yaml}; that file describes them. */
@ConfigurationProperties(prefix = "jinbo.monitoring", ignoreUnknownFields = false)
public record MonitoringSettings(
        @DefaultValue("9464") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("") String certificate,
        @DefaultValue("") String privateKey,
        @DefaultValue("15s") Duration readEvery,
        @DefaultValue("10m") Duration overdueAfter,
        @DefaultValue("15m") Duration checkpointAfter) {

    public MonitoringSettings {
        address = new WebListenerSettings(address, port, certificate, privateKey).address();
        if (readEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("read-every is " + readEvery.toMillis() + " ms; it must be 1s or more");
        }
    }

    WebPortDefinition order() {
        return new WebListenerSettings(address, port, certificate, privateKey)
                .order(MonitoringContext.class, "classpath:/jinbo/operator/metrics/port.yaml", List.of());
    }
}
