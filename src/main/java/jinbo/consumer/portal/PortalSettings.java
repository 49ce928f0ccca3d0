package jinbo.consumer.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.platform.http.WebListenerSettings;
import jinbo.platform.http.WebPortDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code jinbo.portal} in {@code settings/portal.yaml}.
 *
 * @param port 0 for any free port, -1 for no portal
 * @param certificate PEM file with the certificate chain; empty without TLS
 * @param privateKey PEM file; empty without TLS
 * @param behindProxy true if a proxy ends TLS and forwards the visitor's address
 * @param publicAddress the portal's URL, for example {@code https://portal.example}; empty if unknown
 * @param atOnce limit of concurrent requests
 * @param connectionsPerAddress limit of connections from one IPv4 address or 64-bit IPv6 network; not used behind a
 *     proxy
 */
@ConfigurationProperties(prefix = "jinbo.portal", ignoreUnknownFields = false)
public record PortalSettings(
        @DefaultValue("8088") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("") String certificate,
        @DefaultValue("") String privateKey,
        @DefaultValue("false") boolean behindProxy,
        @DefaultValue("") String publicAddress,
        @DefaultValue("") String association,
        @DefaultValue("") String contact,
        @DefaultValue("") String hotline,
        @DefaultValue("16") int atOnce,
        @DefaultValue("2s") Duration waitAtMost,
        @DefaultValue("100") int connectionsPerAddress) {

    private static final int MOST_AT_ONCE = 18;
    private static final int LEAST_CONNECTIONS = 10;

    /** @throws IllegalArgumentException if a value is invalid, or phone numbers and codes would be sent unencrypted */
    public PortalSettings {
        WebListenerSettings at = new WebListenerSettings(address, port, certificate, privateKey);
        address = at.address();
        if (at.isExposedUnencrypted() && !behindProxy) {
            throw new IllegalArgumentException("address is " + address
                    + ", which other machines can reach; numbers and codes would be unencrypted; set certificate and"
                    + " private-key, or behind-proxy if a proxy on your own network terminates TLS");
        }
        if (!publicAddress.isBlank()) {
            requireAddress(publicAddress);
        }
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at-once is " + atOnce + "; it must be 1 to " + MOST_AT_ONCE
                    + ", because each holds up to two connections to" + " the database");
        }
        if (waitAtMost.isNegative() || waitAtMost.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("wait-at-most is " + waitAtMost + "; it must be 0s to 1m");
        }
        if (connectionsPerAddress < LEAST_CONNECTIONS) {
            throw new IllegalArgumentException("connections-per-address is " + connectionsPerAddress + "; it must be "
                    + LEAST_CONNECTIONS + " or more, because one browser opens several");
        }
    }

    /** Returns true if browsers connect by TLS. */
    boolean isEncrypted() {
        return listener().isEncrypted() || behindProxy;
    }

    /** Returns the host names that requests may use; empty if they may use any. */
    Optional<String[]> names() {
        if (!publicAddress.isBlank()) {
            return Optional.of(
                    new String[] {address, URI.create(publicAddress.strip()).getHost()});
        }
        // without TLS, the portal is for this machine only
        return isEncrypted() ? Optional.empty() : Optional.of(new String[] {address});
    }

    private static void requireAddress(String publicAddress) {
        try {
            URI at = new URI(publicAddress.strip());
            boolean isOurs = ("https".equals(at.getScheme()) || "http".equals(at.getScheme()))
                    && at.getHost() != null
                    && (at.getRawPath().isEmpty() || at.getRawPath().equals("/"))
                    && Stream.of(at.getRawUserInfo(), at.getRawQuery(), at.getRawFragment())
                            .noneMatch(Objects::nonNull);
            if (isOurs) {
                return;
            }
        } catch (URISyntaxException e) {
            // reported below
        }
        throw new IllegalArgumentException(
                "public-address is not an address such as https://portal.example; remove everything after the name");
    }

    WebPortDefinition toPortDefinition() {
        List<String> more = new ArrayList<>();
        more.add("server.servlet.session.cookie.secure=" + isEncrypted());
        more.add("server.forward-headers-strategy=" + (behindProxy ? "native" : "none"));
        // all visitors' connections come from the proxy
        more.add("jinbo.request.connections-per-address=" + (behindProxy ? 0 : connectionsPerAddress));
        return listener().order(PortalContext.class, "classpath:/jinbo/consumer/portal/port.yaml", more);
    }

    private WebListenerSettings listener() {
        return new WebListenerSettings(address, port, certificate, privateKey);
    }
}
