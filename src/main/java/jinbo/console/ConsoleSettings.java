package jinbo.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.web.WebOrder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of {@code jobs/console.yaml}, which says what each means.
 *
 * @param port at which {@code serve} shows the console: 0 for any that is free, -1 for none
 * @param address from which it can be reached
 * @param certificate file with the X.509 certificate of that address, and those that vouch for it, as PEM
 * @param privateKey file with its private key, as PEM
 * @param sessionEndsAfter how long nothing is asked before one has to sign in again
 */
@ConfigurationProperties(prefix = "jinbo.console", ignoreUnknownFields = false)
public record ConsoleSettings(
        @DefaultValue("8090") int port,
        @DefaultValue("127.0.0.1") String address,
        Optional<Path> certificate,
        Optional<Path> privateKey,
        @DefaultValue("15m") Duration sessionEndsAfter) {

    /** @throws IllegalArgumentException if passwords would cross a network in the clear, or the settings do not go together */
    public ConsoleSettings {
        WebOrder.requirePort(port);
        if (certificate.isPresent() != privateKey.isPresent()) {
            throw new IllegalArgumentException("certificate and private-key go together: set both, or neither");
        }
        // once and for all: a name might mean another address when the port is opened
        address = resolved(address);
        if (port != WebOrder.NONE && certificate.isEmpty() && !isLoopback(address)) {
            throw new IllegalArgumentException("address is " + address
                    + ", which others can reach, and passwords would be sent there in the clear; set certificate and"
                    + " private-key, or leave the address 127.0.0.1 and reach it through ssh -L");
        }
        if (sessionEndsAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "session-ends-after is " + sessionEndsAfter + "; nobody can work in less than a minute");
        }
    }

    WebOrder order() {
        List<String> more = new ArrayList<>();
        more.add("server.servlet.session.timeout=" + sessionEndsAfter);
        certificate.ifPresent(file -> more.add("server.ssl.certificate=" + file.toUri()));
        privateKey.ifPresent(file -> more.add("server.ssl.certificate-private-key=" + file.toUri()));
        more.add("server.servlet.session.cookie.secure=" + certificate.isPresent());
        return new WebOrder(ConsoleContext.class, "classpath:/jinbo/console/port.yaml", address, port, more);
    }

    private static boolean isLoopback(String address) {
        return byName(address).isLoopbackAddress();
    }

    /** Nothing stands for all addresses of the machine where a port is opened, and for this machine where one is looked up. */
    private static String resolved(String address) {
        if (address.isBlank()) {
            throw new IllegalArgumentException("address is empty; 127.0.0.1 is this machine alone");
        }
        return byName(address.strip()).getHostAddress();
    }

    private static InetAddress byName(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address is " + address + ", which is none", e);
        }
    }
}
