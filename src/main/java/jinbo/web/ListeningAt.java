package jinbo.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From where pages can be reached, and under which certificate.
 *
 * @param address of this machine, as digits
 * @param port 0 for any that is free, {@value WebOrder#NONE} for none
 * @param certificate file with the X.509 certificate of that address, and those that vouch for it, as PEM
 * @param privateKey file with its private key, as PEM
 */
public record ListeningAt(String address, int port, Optional<Path> certificate, Optional<Path> privateKey) {

    /** @throws IllegalArgumentException if there can be no such port or address, or certificate and key do not go together */
    public ListeningAt {
        WebOrder.requirePort(port);
        if (certificate.isPresent() != privateKey.isPresent()) {
            throw new IllegalArgumentException("certificate and private-key go together: set both, or neither");
        }
        // once and for all: a name might mean another address when the port is opened
        address = resolved(address);
    }

    /** Whether what is sent there could be read on the way: others can reach it, and there is no certificate. */
    public boolean isInTheClear() {
        return port != WebOrder.NONE
                && certificate.isEmpty()
                && !byName(address).isLoopbackAddress();
    }

    /** An order for pages there. */
    public WebOrder order(Class<?> context, String settings, List<String> more) {
        List<String> all = new ArrayList<>(more);
        certificate.ifPresent(file -> all.add("server.ssl.certificate=" + file.toUri()));
        privateKey.ifPresent(file -> all.add("server.ssl.certificate-private-key=" + file.toUri()));
        return new WebOrder(context, settings, address, port, all);
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
