package jinbo.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a web port listens: IP address, port (0 for any, -1 for none), and PEM files for TLS, which may be empty. */
public record WebListenerSettings(String address, int port, String certificate, String privateKey) {

    /** Cipher suites with forward secrecy and AEAD (RFC 9325, section 4.2). */
    private static final String CIPHERS = String.join(
            ",",
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    public WebListenerSettings {
        WebPortDefinition.requirePort(port);
        if (certificate.isBlank() != privateKey.isBlank()) {
            throw new IllegalArgumentException("certificate and private-key go together: set both, or neither");
        }
        // Resolved only once, because a name might mean another address when the port is opened.
        address = resolved(address);
    }

    public boolean isEncrypted() {
        return !certificate.isBlank();
    }

    /** True if other machines can reach the port without TLS. */
    public boolean isExposedUnencrypted() {
        return port != WebPortDefinition.NONE
                && !isEncrypted()
                && !byName(address).isLoopbackAddress();
    }

    public WebPortDefinition order(Class<?> context, String settings, List<String> more) {
        List<String> all = new ArrayList<>(more);
        if (isEncrypted()) {
            all.add("server.ssl.certificate=" + Path.of(certificate).toUri());
            all.add("server.ssl.certificate-private-key=" + Path.of(privateKey).toUri());
            all.add("server.ssl.enabled-protocols=TLSv1.3,TLSv1.2");
            all.add("server.ssl.ciphers=" + CIPHERS);
        }
        return new WebPortDefinition(context, settings, address, port, all);
    }

    /** Refuses an empty address: it would mean all addresses for a server socket, but loopback for a name lookup. */
    private static String resolved(String address) {
        if (address.isBlank()) {
            throw new IllegalArgumentException("address is empty; 127.0.0.1 is only this machine");
        }
        return byName(address.strip()).getHostAddress();
    }

    private static InetAddress byName(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address is " + address + ", which is not a valid address", e);
        }
    }
}
