package jinbo.participant.insurer;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place of a drop on an insurer's own server, in one spelling for all addresses that mean it.
 *
 * @param host in lower case, an IP address in its usual form; no name is looked up
 * @param port 22 where the address has none
 * @param user the account, in the case that the address has
 * @param root the folder, without a slash at its end; empty for the folder that a login starts in
 */
public record RemoteDropAddress(String host, int port, String user, String root) {

    private static final int SSH = 22;
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    static RemoteDropAddress of(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("").replaceAll("/{2,}", "/");
        return new RemoteDropAddress(
                host(Optional.ofNullable(url.getHost()).orElse("")),
                url.getPort() == -1 ? SSH : url.getPort(),
                Optional.ofNullable(url.getUserInfo()).orElse(""),
                path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /** Whether it is the same place as another, if both hosts are the same server. */
    public boolean isSamePath(RemoteDropAddress other) {
        return port == other.port && user.equals(other.user) && root.equals(other.root);
    }

    private static String host(String written) {
        String name = written.replaceAll("^\\[|\\]$|\\.$", "").toLowerCase(Locale.ROOT);
        if (!IP_ADDRESS.matcher(name).matches()) {
            return name;
        }
        try {
            return InetAddress.getByName(name).getHostAddress();
        } catch (UnknownHostException noAddress) {
            return name;
        }
    }
}
