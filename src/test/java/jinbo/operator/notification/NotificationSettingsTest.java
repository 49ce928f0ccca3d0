package jinbo.operator.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import jinbo.exchange.format.MessageLanguage;
import jinbo.platform.webhook.WebhookSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hook.example/a?token=1",
                "https://10.0.0.1:8443/",
                "http://localhost:8080/",
                "http://127.0.0.1/",
                "http://127.3.2.1:99/x",
                "http://[::1]:8080/"
            })
    void webhooksNeedTlsOrLoopback(String url) {
        assertThat(settings(url).webhook().isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hook.example/",
                "http://127.0.0.1.hook.example/",
                "http://localhost.example/",
                "http://127.0.0.1@hook.example/",
                "ftp://hook.example/",
                "hook.example",
                "https:///token",
                "https://a b/token"
            })
    void refusesInvalidAddressesWithoutShowingThem(String url) {
        assertThatThrownBy(() -> settings(url))
                .hasMessageContaining("jinbo.notification.webhook.url")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("hook.example", "token"));
    }

    private static NotificationSettings settings(String url) {
        return new NotificationSettings(
                MessageLanguage.ZH,
                Duration.ofSeconds(1),
                "",
                new MailSettings("", 25, MailSettings.Security.NONE, "", "", "", List.of()),
                new WebhookSettings(url, "file"));
    }
}
