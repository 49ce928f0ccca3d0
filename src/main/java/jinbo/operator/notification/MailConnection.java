package jinbo.operator.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.UnusableFileException;
import jinbo.platform.net.TrustedCertificates;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The line to the mail server: encrypted, or nothing is said, unless the settings want it in clear.
 *
 * @param answerWithin how long it may take for each step
 */
record MailConnection(MailSettings settings, TrustedCertificates trusted, Duration answerWithin) {

    /** Made anew each time, so that a password that was changed counts. */
    JavaMailSenderImpl sender() throws UnusableFileException {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(password());
        }
        sender.setJavaMailProperties(properties());
        return sender;
    }

    private String password() throws UnusableFileException {
        try {
            return new OwnerOnlyFile(Path.of(settings.passwordFile())).readLine();
        } catch (IOException e) {
            throw new UnusableFileException(NotificationSettings.PREFIX + ".mail.password-file", "a password", e);
        }
    }

    private Properties properties() throws UnusableFileException {
        String millis = Long.toString(answerWithin.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trusted.context().getSocketFactory());
        switch (settings.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }
}
