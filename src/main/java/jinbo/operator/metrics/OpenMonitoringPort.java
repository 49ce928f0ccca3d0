package jinbo.operator.metrics;

import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.WebPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens the port with metrics and health for monitoring programs. */
@Component
@EnableConfigurationProperties(MonitoringSettings.class)
public record OpenMonitoringPort(ListableBeanFactory program, OpenWebPort ports, MonitoringSettings settings) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenMonitoringPort.class);

    /** Opens the port until the result is closed. */
    public WebPort open() {
        WebPort port = ports.open(settings.order());
        if (port instanceof WebPort.Open open) {
            LOG.info("Health and metrics are at {}", open.url());
        } else if (port instanceof WebPort.Taken) {
            LOG.warn(
                    "Health and metrics are not available at {} port {}: the port is in use, or the address is not of"
                            + " this machine; the jobs run without them. Set jinbo.monitoring.port to another port,"
                            + " to 0 for any free port, or to -1 to switch it off",
                    settings.address(),
                    settings.port());
        }
        return port;
    }
}
