package jinbo.participant.insurer;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The normal form of a remote drop's address, for comparison: names not resolved, no trailing slash. */
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

    /** True if both are the same place, provided that both hosts are the same server. */
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
