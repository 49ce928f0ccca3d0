package jinbo.operator.notification;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jinbo.platform.files.OwnerOnlyFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the ways that the settings name; the log is always one. */
@Configuration
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

    @Bean
    Notifiers notifiers(NotificationSettings settings, Clock clock) {
        List<Notifier> all = new ArrayList<>(List.of(new LogNotifier()));
        TrustedCertificates trusted = new TrustedCertificates(settings.trustedCertificates());
        MailSettings mail = settings.mail();
        if (mail.isOn()) {
            all.add(new MailNotifier(mail, trusted, settings.answerWithin(), clock));
        }
        WebhookSettings webhook = settings.webhook();
        if (webhook.isOn()) {
            all.add(new WebhookNotifier(
                    URI.create(webhook.url()),
                    new WebhookSecrets(new OwnerOnlyFile(Path.of(webhook.secretFile()))),
                    trusted,
                    settings.answerWithin(),
                    clock));
        }
        return new Notifiers(all);
    }
}
