package jinbo.operator.console;

import java.time.Duration;
import java.util.List;
import jinbo.platform.http.WebListenerSettings;
import jinbo.platform.http.WebPortDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of {@code settings/console.yaml}, which says what each means.
 *
 * @param port at which {@code serve} shows the console: 0 for any that is free, -1 for none
 * @param certificate file with the X.509 certificate of that address, and those that vouch for it, as PEM; empty for none
 * @param privateKey file with its private key, as PEM; empty for none
 * @param sessionEndsAfter how long nothing is asked before one has to sign in again
 */
@ConfigurationProperties(prefix = "jinbo.console", ignoreUnknownFields = false)
public record ConsoleSettings(
        @DefaultValue("8090") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("") String certificate,
        @DefaultValue("") String privateKey,
        @DefaultValue("15m") Duration sessionEndsAfter) {

    /** @throws IllegalArgumentException if passwords would cross a network in the clear, or the settings do not go together */
    public ConsoleSettings {
        WebListenerSettings at = new WebListenerSettings(address, port, certificate, privateKey);
        address = at.address();
        if (at.isExposedUnencrypted()) {
            throw new IllegalArgumentException("address is " + address
                    + ", which other machines can reach; passwords would be unencrypted; set certificate and"
                    + " private-key, or keep the address 127.0.0.1 and use ssh -L");
        }
        if (sessionEndsAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("session-ends-after is " + sessionEndsAfter + "; it may be 1m or more");
        }
    }

    /** Whether browsers reach it by TLS. */
    boolean isEncrypted() {
        return at().isEncrypted();
    }

    WebPortDefinition order() {
        return at().order(
                        ConsoleContext.class,
                        "classpath:/jinbo/operator/console/port.yaml",
                        List.of(
                                "server.servlet.session.timeout=" + sessionEndsAfter,
                                "server.servlet.session.cookie.secure=" + isEncrypted()));
    }

    private WebListenerSettings at() {
        return new WebListenerSettings(address, port, certificate, privateKey);
    }
}
