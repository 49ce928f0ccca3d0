package jinbo.demo;

import java.util.List;
import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.WebListenerSettings;
import jinbo.platform.http.WebPort;
import org.springframework.stereotype.Component;

/** Opens the local port that serves the page for integrators. */
@Component
public record OpenDemoPage(OpenWebPort ports) {

    private static final int PORT = 8092;

    /** Opens the usual port, or another free one if that is in use. */
    WebPort open(String portal, String console) {
        WebPort usual = open(PORT, portal, console);
        return usual instanceof WebPort.Taken ? open(0, portal, console) : usual;
    }

    private WebPort open(int port, String portal, String console) {
        return ports.open(new WebListenerSettings("127.0.0.1", port, "", "")
                .order(
                        DemoContext.class,
                        "classpath:/jinbo/demo/port.yaml",
                        List.of("jinbo.demo.portal=" + portal, "jinbo.demo.console=" + console)));
    }
}
