package jinbo.exchange.sftp;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address and the host key pins of an insurer's drop.
 *
 * @param host a name or an IP address, without the brackets of an IPv6 address
 * @param root the folder that contains {@code upload}, {@code archive} and {@code download}: absolute without a trailing slash,
 *     or empty for the start folder of the login
 */
public record DropAddress(String host, int port, String user, HostKeyPins pins, String root) {

    private static final Pattern STEP_UP = Pattern.compile("(^|/)\\.{1,2}(/|$)");

    public DropAddress {
        require(!host.isBlank() && plain(host), "names no host");
        require(port >= 1 && port <= 65_535, "has a port outside 1 to 65535");
        require(!user.isBlank() && plain(user), "names no user (sftp://USER@host/path)");
        require(plain(root) && !STEP_UP.matcher(root).find(), "has a path with '.', '..' or control characters in it");
        require(root.isEmpty() || (root.startsWith("/") && !root.endsWith("/")), "has a path that is not absolute");
    }

    /**
     * Parses {@code sftp://user@host:port/path}. Without a path, or with {@code /}, the drop is the start folder of the login. The
     * default port is 22.
     *
     * @throws IllegalArgumentException if the URL has another shape or contains a password: URLs appear in logs and listings
     */
    public static DropAddress parse(URI url, HostKeyPins pins) {
        require("sftp".equalsIgnoreCase(url.getScheme()), "does not begin with sftp://");
        require(url.getQuery() == null && url.getFragment() == null, "has a '?' or '#' part");
        String user = Optional.ofNullable(url.getUserInfo()).orElse("");
        require(!user.contains(":"), "holds a password; give the password apart, or use a key");
        String host = Optional.ofNullable(url.getHost()).orElse("");
        String path = Optional.ofNullable(url.getPath()).orElse("").replaceAll("/+$", "");
        int port = url.getPort() == -1 ? 22 : url.getPort();
        return new DropAddress(host.replaceAll("^\\[|\\]$", ""), port, user, pins, path);
    }

    /** {@code sftp://user@host:port/path}, without the pins. */
    @Override
    public String toString() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return "sftp://" + user + "@" + shown + ":" + port + root;
    }

    private static boolean plain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException("A drop's address is sftp://user@host:port/path; the one given " + what);
        }
    }
}
