package jinbo.operator.notification;

import java.util.List;

/**
 * @param host the mail server; empty disables mail
 * @param user login name; empty for no login
 * @param passwordFile file with the password that only its owner can read
 */
public record MailSettings(
        String host, int port, Security security, String user, String passwordFile, String from, List<String> to) {

    private static final int LAST_PORT = 65_535;

    public enum Security {
        /** The connection must be upgraded to TLS before anything is sent. */
        STARTTLS,
        TLS,
        /** No encryption, for a mail server on the same machine. */
        NONE
    }

    /** @throws IllegalArgumentException if mail is enabled and a required setting is missing */
    public MailSettings {
        to = List.copyOf(to);
        if (!host.isEmpty()) {
            if (port < 1 || port > LAST_PORT) {
                throw new IllegalArgumentException(
                        "jinbo.notification.mail.port is " + port + "; it may be 1 to " + LAST_PORT);
            }
            require("from", from);
            require("to", String.join("", to));
            if (!user.isEmpty()) {
                require("password-file", passwordFile);
            }
        }
    }

    boolean isOn() {
        return !host.isEmpty();
    }

    private static void require(String setting, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("jinbo.notification.mail." + setting
                    + " is not set, and mail is to be sent; set it, or leave jinbo.notification.mail.host empty");
        }
    }
}
