package jinbo.consumer.messaging;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.DatabaseKind;
import jinbo.platform.home.Home;
import jinbo.platform.net.TrustedCertificates;
import jinbo.platform.webhook.DeliveryOutcome;
import jinbo.platform.webhook.WebhookClient;
import jinbo.platform.webhook.WebhookSecrets;
import jinbo.platform.webhook.WebhookSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Creates the configured gateways. If there are none, uses the outbox file, except with a shared database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsSettings.class)
class SmsConfiguration {

    @Bean
    PendingAttempts pendingAttempts(Clock clock) {
        return new PendingAttempts(clock);
    }

    @Bean
    Gateways shortMessageGateways(SmsSettings settings, Home home, DatabaseKind database, Clock clock) {
        WebhookClient client = new WebhookClient(
                settings.connectWithin(),
                settings.answerWithin(),
                new TrustedCertificates(
                        SmsSettings.PREFIX + ".trusted-certificates",
                        Optional.of(settings.trustedCertificates())
                                .filter(file -> !file.isBlank())
                                .map(home.root()::resolve)));
        List<Gateway> all = new ArrayList<>();
        named(settings)
                .forEach((name, gateway) -> all.add(new WebhookGateway(
                        name,
                        new WebhookClient.Receiver(
                                "it", URI.create(gateway.url()), "jinbo", secrets(name, gateway, home)),
                        client,
                        clock)));
        if (all.isEmpty() && database == DatabaseKind.OWN) {
            all.add(new OutboxGateway(home.root().resolve("outbox"), clock));
        }
        return new Gateways(all, clock);
    }

    @Bean
    FailingGateways failingGateways(JdbcClient jdbc, Gateways gateways, Clock clock) {
        return new FailingGateways(jdbc, gateways, clock);
    }

    @Bean
    ShortMessages shortMessages(
            Gateways gateways,
            PendingAttempts pendingAttempts,
            ShortMessages.Listener listener,
            SmsSettings settings,
            Clock clock) {
        return new ShortMessages(gateways, pendingAttempts, listener, settings.messageSignature(), clock);
    }

    @Bean
    DeliveryReceipts deliveryReceipts(
            SmsSettings settings, Home home, PendingAttempts pendingAttempts, ShortMessages messages, Clock clock) {
        Map<String, WebhookSecrets> secrets = new LinkedHashMap<>();
        named(settings).forEach((name, gateway) -> secrets.put(name, secrets(name, gateway, home)));
        return new SignedDeliveryReceipts(secrets, pendingAttempts, messages, clock);
    }

    private static Map<String, WebhookSettings> named(SmsSettings settings) {
        Map<String, WebhookSettings> named = new LinkedHashMap<>();
        named.put("first", settings.first());
        named.put("second", settings.second());
        named.values().removeIf(gateway -> !gateway.isOn());
        return named;
    }

    private static WebhookSecrets secrets(String name, WebhookSettings gateway, Home home) {
        return new WebhookSecrets(
                SmsSettings.PREFIX + "." + name + ".secret-file",
                new OwnerOnlyFile(home.root().resolve(gateway.secretFile())));
    }

    record WebhookGateway(String name, WebhookClient.Receiver receiver, WebhookClient client, Clock clock)
            implements Gateway {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        private record Body(String id, String to, String text) {}

        @Override
        public DeliveryOutcome send(String id, ShortMessage message) {
            byte[] body = JSON.writeValueAsBytes(new Body(id, message.to().digits(), message.text()));
            return client.post(receiver, Optional.empty(), clock.instant(), body);
        }
    }
}
