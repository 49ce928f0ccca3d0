package jinbo.consumer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A visitor of the portal, as far as limits need to know.
 *
 * @param network 256 IPv4 addresses, or the 48-bit IPv6 network of a site (RFC 6177)
 * @param marks the marks of {@link KnownBrowsers}, as received; they may be anything
 */
public record Visitor(String network, List<String> marks) {

    public static final int MOST_MARKS = 8;

    private static final int LONGEST_MARK = 40;
    private static final int IPV4_BYTES = 4;
    private static final int IPV4_NETWORK_BYTES = 3;
    private static final int IPV6_NETWORK_BYTES = 6;
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    // rejects host names, because Java would query a name server for them
    private static final Pattern DIGITS =
            Pattern.compile("[0-9a-fA-F:.]{0,45}:[0-9a-fA-F:.]{0,45}|" + OCTET + "(\\." + OCTET + "){3}");

    public Visitor {
        marks = marks.stream()
                .filter(mark -> mark.length() <= LONGEST_MARK)
                .limit(MOST_MARKS)
                .toList();
    }

    /** @param address an IP address in digits, never a host name */
    public static Visitor at(String address) {
        return at(address, List.of());
    }

    public static Visitor at(String address, List<String> marks) {
        return new Visitor(networkOf(address), marks);
    }

    private static String networkOf(String address) {
        if (!DIGITS.matcher(address).matches()) {
            return "unreadable";
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            int length = bytes.length == IPV4_BYTES ? IPV4_NETWORK_BYTES : IPV6_NETWORK_BYTES;
            return "net " + Arrays.toString(Arrays.copyOf(bytes, length));
        } catch (UnknownHostException unreadable) {
            return "unreadable";
        }
    }
}
