package jinbo.operator.metrics;

import java.time.Duration;
import java.util.List;
import jinbo.platform.http.WebListenerSettings;
import jinbo.platform.http.WebPortDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of {@code settings/monitoring.yaml}, which says what each means.
 *
 * @param port at which {@code serve} tells its health and metrics: 0 for any that is free, -1 for none
 * @param certificate file with the X.509 certificate of that address, and those that vouch for it, as PEM; empty for
 *     none
 * @param privateKey file with its private key, as PEM; empty for none
 * @param readEvery how often the records are read for it at most
 * @param overdueAfter how late a run is when the schedule is no longer well
 * @param checkpointAfter how old the access log's last signed head is, while entries wait, when the log is no longer
 *     well
 */
@ConfigurationProperties(prefix = "jinbo.monitoring", ignoreUnknownFields = false)
public record MonitoringSettings(
        @DefaultValue("9464") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("") String certificate,
        @DefaultValue("") String privateKey,
        @DefaultValue("15s") Duration readEvery,
        @DefaultValue("10m") Duration overdueAfter,
        @DefaultValue("15m") Duration checkpointAfter) {

    /**
     * @throws IllegalArgumentException if there can be no such port or address, or the records would be read all the
     *     time
     */
    public MonitoringSettings {
        address = new WebListenerSettings(address, port, certificate, privateKey).address();
        if (readEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("read-every is " + readEvery.toMillis() + " ms; it may be 1s or more");
        }
    }

    WebPortDefinition order() {
        return new WebListenerSettings(address, port, certificate, privateKey)
                .order(MonitoringContext.class, "classpath:/jinbo/operator/metrics/port.yaml", List.of());
    }
}
