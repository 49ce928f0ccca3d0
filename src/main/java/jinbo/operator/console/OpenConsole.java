package jinbo.operator.console;

import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.WebPort;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens the port of the console. */
@Component
@EnableConfigurationProperties(ConsoleSettings.class)
public record OpenConsole(OpenWebPort ports, ConsoleSettings settings) {

    public WebPort open() {
        return ports.open("The console is", "jinbo.console.port", settings.order());
    }
}
