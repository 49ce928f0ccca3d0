package jinbo.operator.console;

import java.time.Duration;
import java.util.List;
import jinbo.platform.http.WebListenerSettings;
import jinbo.platform.http.WebPortDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of {@code settings/console.yaml}; that file describes them. */
@ConfigurationProperties(prefix = "jinbo.console", ignoreUnknownFields = false)
public record ConsoleSettings(
        @DefaultValue("8090") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("") String certificate,
        @DefaultValue("") String privateKey,
        @DefaultValue("15m") Duration sessionEndsAfter) {

    /** @throws IllegalArgumentException if passwords would be sent unencrypted, or settings contradict each other */
    public ConsoleSettings {
        WebListenerSettings listener = new WebListenerSettings(address, port, certificate, privateKey);
        address = listener.address();
        if (listener.isExposedUnencrypted()) {
            throw new IllegalArgumentException("address is " + address
                    + ", which other machines can reach; passwords would be unencrypted; set certificate and"
                    + " private-key, or keep the address 127.0.0.1 and use ssh -L");
        }
        if (sessionEndsAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("session-ends-after is " + sessionEndsAfter + "; it must be 1m or more");
        }
    }

    boolean isEncrypted() {
        return listener().isEncrypted();
    }

    WebPortDefinition order() {
        return listener()
                .order(
                        ConsoleContext.class,
                        "classpath:/jinbo/operator/console/port.yaml",
                        List.of(
                                "server.servlet.session.timeout=" + sessionEndsAfter,
                                "server.servlet.session.cookie.secure=" + isEncrypted()));
    }

    private WebListenerSettings listener() {
        return new WebListenerSettings(address, port, certificate, privateKey);
    }
}
