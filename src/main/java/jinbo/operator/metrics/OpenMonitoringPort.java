package jinbo.operator.metrics;

import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.WebPort;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens the port with metrics and health for monitoring programs. */
@Component
@EnableConfigurationProperties(MonitoringSettings.class)
public record OpenMonitoringPort(ListableBeanFactory program, OpenWebPort ports, MonitoringSettings settings) {

    /** Opens the port until the result is closed. */
    public WebPort open() {
        return ports.open("Health and metrics are", "jinbo.monitoring.port", settings.order());
    }
}
