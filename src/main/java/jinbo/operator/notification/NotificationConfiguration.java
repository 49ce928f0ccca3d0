package jinbo.operator.notification;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.operator.notification.Notifier.LogNotifier;
import jinbo.operator.notification.Notifier.Notifiers;
import jinbo.operator.notification.Notifier.WebhookNotifier;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.net.TrustedCertificates;
import jinbo.platform.webhook.WebhookClient;
import jinbo.platform.webhook.WebhookSecrets;
import jinbo.platform.webhook.WebhookSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the configured notifiers; there is always one that writes to the program's log file. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

    @Bean
    Notifiers notifiers(NotificationSettings settings, Clock clock) {
        List<Notifier> all = new ArrayList<>(List.of(new LogNotifier()));
        TrustedCertificates trusted = new TrustedCertificates(
                NotificationSettings.PREFIX + ".trusted-certificates",
                Optional.of(settings.trustedCertificates())
                        .filter(file -> !file.isEmpty())
                        .map(Path::of));
        MailSettings mail = settings.mail();
        if (mail.isOn()) {
            all.add(new MailNotifier(mail, trusted, settings.answerWithin(), clock));
        }
        WebhookSettings webhook = settings.webhook();
        if (webhook.isOn()) {
            WebhookSecrets secrets = new WebhookSecrets(
                    NotificationSettings.PREFIX + ".webhook.secret-file",
                    new OwnerOnlyFile(Path.of(webhook.secretFile())));
            all.add(new WebhookNotifier(
                    new WebhookClient.Receiver("the web server", URI.create(webhook.url()), "webhook", secrets),
                    new WebhookClient(settings.answerWithin(), settings.answerWithin(), trusted),
                    clock));
        }
        return new Notifiers(all);
    }
}
