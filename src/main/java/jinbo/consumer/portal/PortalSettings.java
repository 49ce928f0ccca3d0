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
 * The settings under {@code jinbo.portal} of {@code settings/portal.yaml}, which says what each means.
 *
 * @param port at which {@code serve} shows the portal: 0 for any that is free, -1 for none
 * @param certificate file with the X.509 certificate of that address, and those that vouch for it, as PEM; empty for none
 * @param privateKey file with its private key, as PEM; empty for none
 * @param behindProxy whether all comes through a proxy that ends TLS and says for whom it asks
 * @param publicAddress where consumers find it, for example {@code https://portal.example}; empty if not said
 * @param association its name, as consumers know it; empty for a general one
 * @param contact how consumers reach it; empty if not said
 * @param hotline the telephone number under which it answers consumers, at the foot of each page; empty for none
 * @param atOnce how many are served at the same time; the others wait
 * @param waitAtMost how long one waits before it is asked to come back
 * @param connectionsPerAddress how many connections one IPv4 address or one IPv6 network of 64 bits holds; without effect behind a proxy
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

    /** @throws IllegalArgumentException if numbers and codes would cross a network in the clear, or the settings do not go together */
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
            throw new IllegalArgumentException("at-once is " + atOnce + "; it may be 1 to " + MOST_AT_ONCE
                    + ", because each holds up to two connections to" + " the database");
        }
        if (waitAtMost.isNegative() || waitAtMost.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("wait-at-most is " + waitAtMost + "; it may be 0s to 1m");
        }
        if (connectionsPerAddress < LEAST_CONNECTIONS) {
            throw new IllegalArgumentException("connections-per-address is " + connectionsPerAddress + "; it may be "
                    + LEAST_CONNECTIONS + " or more, because one browser opens several");
        }
    }

    /** Whether browsers reach it by TLS, so that its cookies are for that alone. */
    boolean isEncrypted() {
        return at().isEncrypted() || behindProxy;
    }

    /** The names under which it is asked for; empty if any will do, because nobody has said. */
    Optional<String[]> names() {
        if (!publicAddress.isBlank()) {
            return Optional.of(
                    new String[] {address, URI.create(publicAddress.strip()).getHost()});
        }
        // in the clear it is for this machine alone
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
            // told below
        }
        throw new IllegalArgumentException(
                "public-address is not an address such as https://portal.example; remove everything after the name");
    }

    WebPortDefinition order() {
        List<String> more = new ArrayList<>();
        more.add("server.servlet.session.cookie.secure=" + isEncrypted());
        more.add("server.forward-headers-strategy=" + (behindProxy ? "native" : "none"));
        // a proxy's connections are those of all visitors
        more.add("jinbo.request.connections-per-address=" + (behindProxy ? 0 : connectionsPerAddress));
        return at().order(PortalContext.class, "classpath:/jinbo/consumer/portal/port.yaml", more);
    }

    private WebListenerSettings at() {
        return new WebListenerSettings(address, port, certificate, privateKey);
    }
}
