package jinbo.consumer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * From where somebody asks, as far as it is counted: an IPv4 address, or the network of 64 bits that one household has in IPv6 (RFC 6177).
 *
 * @param network what tells it from others
 */
public record Visitor(String network) {

    private static final int NETWORK_BYTES = 8;
    private static final int IPV4_BYTES = 4;
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    // nothing that Java would ask a name server for
    private static final Pattern DIGITS =
            Pattern.compile("[0-9a-fA-F:.]{0,45}:[0-9a-fA-F:.]{0,45}|" + OCTET + "(\\." + OCTET + "){3}");

    /** @param address as digits, never a name */
    public static Visitor at(String address) {
        if (!DIGITS.matcher(address).matches()) {
            return new Visitor("unreadable");
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return new Visitor(
                    bytes.length == IPV4_BYTES
                            ? InetAddress.getByAddress(bytes).getHostAddress()
                            : "net " + Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES)));
        } catch (UnknownHostException unreadable) {
            return new Visitor("unreadable");
        }
    }
}
