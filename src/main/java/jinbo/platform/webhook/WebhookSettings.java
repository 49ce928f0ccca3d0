package jinbo.platform.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * @param url where messages are sent to; empty: there is no such receiver
 * @param secretFile the file with the secrets that are shared with it, which only its owner can read
 */
public record WebhookSettings(String url, String secretFile) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private static final int HIGHEST_PORT = 65535;

    public boolean isOn() {
        return !url.isEmpty();
    }

    /**
     * @param setting what stands before {@code .url} and {@code .secret-file}
     * @throws IllegalArgumentException if a message would go out in clear, or unsigned; the URL is not shown, it may hold a secret
     */
    public void check(String setting) {
        if (isOn() && !isFit()) {
            throw new IllegalArgumentException(setting
                    + ".url is not an address with https:// (http:// only to this machine itself), so messages would be"
                    + " sent unencrypted");
        }
        if (isOn() && secretFile.isBlank()) {
            throw new IllegalArgumentException(setting
                    + ".secret-file is not set, and messages are to be signed; name a file with a line whsec_...");
        }
    }

    private boolean isFit() {
        try {
            URI address = new URI(url);
            Optional<String> host = Optional.ofNullable(address.getHost());
            if (address.getPort() > HIGHEST_PORT) {
                return false;
            }
            return "https".equals(address.getScheme()) && host.isPresent()
                    || "http".equals(address.getScheme())
                            && host.filter(name -> LOOPBACK.matcher(name).matches())
                                    .isPresent();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
