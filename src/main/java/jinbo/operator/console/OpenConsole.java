package jinbo.operator.console;

import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.WebPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens the port of the console. */
@Component
@EnableConfigurationProperties(ConsoleSettings.class)
public record OpenConsole(OpenWebPort ports, ConsoleSettings settings) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConsole.class);

    public WebPort open() {
        WebPort port = ports.open(settings.order());
        if (port instanceof WebPort.Open open) {
            LOG.info("The console is at {}", open.url());
        } else if (port instanceof WebPort.Taken) {
            LOG.warn(
                    "The console could not open at {} port {}: the port is in use, or the address is not local; the"
                            + " jobs run without it. Set jinbo.console.port to another, to 0 for any free one, or"
                            + " to -1 for none",
                    settings.address(),
                    settings.port());
        }
        return port;
    }
}
