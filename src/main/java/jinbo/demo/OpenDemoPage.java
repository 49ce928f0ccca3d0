package jinbo.demo;

import java.util.List;
import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.WebListenerSettings;
import jinbo.platform.http.WebPort;
import jinbo.platform.http.WebPortDefinition;
import org.springframework.stereotype.Component;

/** Opens the integrator's page of a demo, for this machine alone. */
@Component
public record OpenDemoPage(OpenWebPort ports) {

    private static final int PORT = 8092;

    /** Until what it gives is closed; at any free port where its own is taken. */
    WebPort open(String portal, String console) {
        WebPort usual = open(PORT, portal, console);
        return usual instanceof WebPort.Taken ? open(0, portal, console) : usual;
    }

    private WebPort open(int port, String portal, String console) {
        WebPortDefinition page = new WebListenerSettings("127.0.0.1", port, "", "")
                .order(
                        DemoContext.class,
                        "classpath:/jinbo/demo/port.yaml",
                        List.of("jinbo.demo.portal=" + portal, "jinbo.demo.console=" + console));
        return ports.open(page);
    }
}
