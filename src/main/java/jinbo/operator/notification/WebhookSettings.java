package jinbo.operator.notification;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which web server is told.
 *
 * @param url where to; empty: none is told
 * @param secretFile the file with the secrets that requests are signed with, which only its owner can read
 */
public record WebhookSettings(String url, String secretFile) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** @throws IllegalArgumentException if a request would go out in clear, or unsigned; the URL is not shown, it may hold a secret */
    public WebhookSettings {
        if (!url.isEmpty()) {
            if (!isFit(url)) {
                throw new IllegalArgumentException(
                        "jinbo.notification.webhook.url is no address that begins with https:// (http:// only to this machine itself)");
            }
            if (secretFile.isBlank()) {
                throw new IllegalArgumentException(
                        "jinbo.notification.webhook.secret-file is not set, and requests are to be signed; name a file with a line whsec_...");
            }
        }
    }

    boolean isOn() {
        return !url.isEmpty();
    }

    private static boolean isFit(String url) {
        try {
            URI address = new URI(url);
            Optional<String> host = Optional.ofNullable(address.getHost());
            return "https".equals(address.getScheme()) && host.isPresent()
                    || "http".equals(address.getScheme())
                            && host.filter(name -> LOOPBACK.matcher(name).matches())
                                    .isPresent();
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
