package jinbo.operator.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.UnusableFileException;
import jinbo.platform.net.TrustedCertificates;
import jinbo.platform.webhook.DeliveryOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends a mail for each notification, over TLS unless the settings say otherwise. */
record MailNotifier(MailSettings settings, TrustedCertificates trusted, Duration answerWithin, Clock clock)
        implements Notifier {

    private static final Pattern REPLY = Pattern.compile("(\\d{3})[ -].*", Pattern.DOTALL);

    /** The reply code of a server that closes the connection temporarily (RFC 5321, section 4.2.2). */
    private static final String CLOSING = "421";

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public DeliveryOutcome send(Notification notification) {
        try {
            sender().send(message(notification));
            return new DeliveryOutcome.Taken();
        } catch (UnusableFileException e) {
            return new DeliveryOutcome.Unreachable(e.getMessage());
        } catch (MailAuthenticationException e) {
            return new DeliveryOutcome.Unreachable("the mail server refused the user or password");
        } catch (MailSendException e) {
            return ofFailure(e);
        } catch (MailException e) {
            return new DeliveryOutcome.Refused("the mail could not be created: " + cause(e));
        }
    }

    private DeliveryOutcome ofFailure(MailSendException e) {
        Optional<String> reply = reply(e).filter(said -> !said.equals(CLOSING));
        return reply.<DeliveryOutcome>map(said -> new DeliveryOutcome.Refused("the mail server has answered " + said))
                .orElseGet(() -> new DeliveryOutcome.Unreachable(
                        "the mail server cannot be reached with " + settings.security() + ": " + cause(e)));
    }

    private SimpleMailMessage message(Notification notification) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(settings.to().toArray(String[]::new));
        message.setSubject("[Jinbo] " + notification.title());
        message.setText(notification.sentence() + "\n\n" + notification.id() + "\n");
        message.setSentDate(Date.from(clock.instant()));
        return message;
    }

    /** The reply code of the server; its text may contain addresses. */
    private static Optional<String> reply(MailSendException e) {
        return Arrays.stream(e.getMessageExceptions())
                .flatMap(failure -> Stream.iterate(failure, Objects::nonNull, MailNotifier::next))
                .map(failure -> REPLY.matcher(String.valueOf(failure.getMessage())))
                .filter(Matcher::matches)
                .map(said -> said.group(1))
                .findFirst();
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException of ? of.getNextException() : null;
    }

    /** The class of the innermost cause; its message may contain addresses. */
    private static String cause(Throwable e) {
        Throwable cause = e instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0]
                : e;
        return NestedExceptionUtils.getMostSpecificCause(cause).getClass().getSimpleName();
    }

    /** Creates a new sender each time, so that a changed password takes effect. */
    private JavaMailSenderImpl sender() throws UnusableFileException {
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
