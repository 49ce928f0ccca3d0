package jinbo.participant.staff;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * From where somebody signs in.
 *
 * @param address the IP address, as digits
 * @param browser what the browser keeps of an earlier {@link SignIn#browserOf}, if it shows anything; it may be forged
 */
public record SignInOrigin(String address, Optional<String> browser) {

    private static final int NETWORK_BYTES = 8;

    /** Whose tries count together: an IPv4 address, or an IPv6 network of 64 bits, all of which one machine may have. */
    String network() {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address && !parsed.isLoopbackAddress()
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
