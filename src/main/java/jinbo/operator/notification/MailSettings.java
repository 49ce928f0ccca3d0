package jinbo.operator.notification;

import java.util.List;

/**
 * @param host the mail server; empty: no mail is sent
 * @param user as whom to log in; empty: without login
 * @param passwordFile the file with the password, which only its owner can read
 */
public record MailSettings(
        String host, int port, Security security, String user, String passwordFile, String from, List<String> to) {

    private static final int LAST_PORT = 65_535;

    public enum Security {
        /** The line is encrypted before anything is said, or nothing is said. */
        STARTTLS,
        /** The line is encrypted from the first byte on. */
        TLS,
        /** Nothing: for a mail server on the same machine. */
        NONE
    }

    /** @throws IllegalArgumentException if mail is to be sent and something that it takes is not set */
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
                    + " is not set, but jinbo.notification.mail.host is; set it, or leave the host empty");
        }
    }
}
