package jinbo.platform.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a webhook receives messages. The URL is empty if there is none. Only its owner may access the secret file. */
public record WebhookSettings(String url, String secretFile) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    public boolean isOn() {
        return !url.isEmpty();
    }

    /** Refuses settings for unencrypted or unsigned messages. Does not show the URL, which may contain a secret. */
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
            if (address.getPort() > 65535) {
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
