package jinbo.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * From where pages can be reached, and under which certificate.
 *
 * @param address of this machine, as digits
 * @param port 0 for any that is free, {@value WebPortDefinition#NONE} for none
 * @param certificate file with the X.509 certificate of that address, and those that vouch for it, as PEM; empty for none
 * @param privateKey file with its private key, as PEM; empty for none
 */
public record WebListenerSettings(String address, int port, String certificate, String privateKey) {

    /** Forward secret and authenticated ("AEAD"), the ones that RFC 9325, section 4.2, recommends; TLS 1.2 has others, too. */
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

    /** @throws IllegalArgumentException if there can be no such port or address, or certificate and key do not go together */
    public WebListenerSettings {
        WebPortDefinition.requirePort(port);
        if (certificate.isBlank() != privateKey.isBlank()) {
            throw new IllegalArgumentException("certificate and private-key go together: set both, or neither");
        }
        // once and for all: a name might mean another address when the port is opened
        address = resolved(address);
    }

    /** Whether it is reached by TLS. */
    public boolean isEncrypted() {
        return !certificate.isBlank();
    }

    /** Whether what is sent there could be read on the way: others can reach it, and there is no certificate. */
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

    /** Nothing stands for all addresses of the machine where a port is opened, and for this machine where one is looked up. */
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
