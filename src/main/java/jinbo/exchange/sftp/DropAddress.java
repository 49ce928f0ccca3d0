package jinbo.exchange.sftp;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a drop is. {@code root} is an absolute path without trailing slash, or empty for the login's start folder. */
public record DropAddress(String host, int port, String user, HostKeyPins pins, String root) {

    private static final Pattern STEP_UP = Pattern.compile("(^|/)\\.{1,2}(/|$)");

    public DropAddress {
        require(!host.isBlank() && plain(host), "names no host");
        require(port >= 1 && port <= 65_535, "has a port outside 1 to 65535");
        require(!user.isBlank() && plain(user), "names no user (sftp://USER@host/path)");
        require(plain(root) && !STEP_UP.matcher(root).find(), "has a path with '.', '..' or control characters in it");
        require(root.isEmpty() || (root.startsWith("/") && !root.endsWith("/")), "has a path that is not absolute");
    }

    /** Parses {@code sftp://user@host:port/path}; refuses passwords, because logs show URLs. */
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
