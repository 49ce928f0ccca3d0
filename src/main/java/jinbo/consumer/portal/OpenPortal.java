package jinbo.consumer.portal;

import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.WebPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens the portal's port, if the settings have one. */
@Component
@EnableConfigurationProperties(PortalSettings.class)
public record OpenPortal(OpenWebPort ports, PortalSettings settings) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPortal.class);

    public WebPort open() {
        WebPort port = ports.open(settings.toPortDefinition());
        if (port instanceof WebPort.Open open) {
            LOG.info("The portal is at {}", open.url());
        } else if (port instanceof WebPort.Taken) {
            LOG.warn(
                    "The portal could not open at {} port {}: the port is in use, or the address is not local; the"
                            + " jobs run without it. Set jinbo.portal.port to another, to 0 for any free one, or to"
                            + " -1 for none",
                    settings.address(),
                    settings.port());
        }
        return port;
    }
}
