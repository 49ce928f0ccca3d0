package jinbo.consumer.portal;

import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.WebPort;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens the portal's port, if the settings have one. */
@Component
@EnableConfigurationProperties(PortalSettings.class)
public record OpenPortal(OpenWebPort ports, PortalSettings settings) {

    public WebPort open() {
        return ports.open("The portal is", "jinbo.portal.port", settings.toPortDefinition());
    }
}
