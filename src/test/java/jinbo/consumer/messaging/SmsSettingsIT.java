package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import jinbo.consumer.messaging.SmsSettings.MessageSignature;
import jinbo.platform.webhook.WebhookSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSettingsIT {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String NAME = "【禁拨】";
    private static final WebhookSettings SET = new WebhookSettings("https://sms.example/", "sms.secret");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sms.example/a?token=1",
                "https://10.0.0.1:8443/",
                "http://localhost:8080/",
                "http://127.0.0.1/",
                "http://[::1]:8080/"
            })
    void messagesGoEncryptedOrToThisMachineItself(String url) {
        assertThat(settings(new WebhookSettings(url, "file"), TestSms.NONE)
                        .first()
                        .isOn())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sms.example/",
                "http://127.0.0.1.sms.example/",
                "http://localhost.example/",
                "http://127.0.0.1@sms.example/",
                "ftp://sms.example/",
                "sms.example",
                "https:///token",
                "https://sms.example:99999/token",
                "https://a b/token"
            })
    void otherAddressesAreRefusedWithoutShowingThem(String url) {
        assertThatThrownBy(() -> settings(SET, new WebhookSettings(url, "file")))
                .hasMessageContaining("jinbo.sms.second.url")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("sms.example", "token"));
    }

    @Test
    void refusesGatewayWithoutSecret() {
        assertThatThrownBy(() -> settings(new WebhookSettings("https://sms.example/", " "), TestSms.NONE))
                .hasMessageContaining("jinbo.sms.first.secret-file is not set");
    }

    @Test
    void refusesSecondGatewayWithoutFirst() {
        assertThatThrownBy(() -> settings(TestSms.NONE, SET)).hasMessageContaining("jinbo.sms.first.url is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "【禁拨】", "【中国保险协会】", "【Jinbo 2.0】"})
    void aSignatureIsANameBetweenTheBracketsThatCarriersWantOrNone(String signature) {
        assertThat(new MessageSignature(signature).text()).isEqualTo(signature);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "禁拨",
                "[禁拨]",
                "【禁】",
                "【】",
                "【禁拨",
                "【禁拨】 ",
                "【禁拨】【协会】",
                "【禁拨\n协会】",
                "【禁\u202e拨】",
                "【一二三四五六七八九十一二三四五六七八九十一】"
            })
    void othersAreRefused(String signature) {
        assertThatThrownBy(() -> new MessageSignature(signature)).hasMessageContaining("jinbo.sms.signature");
    }

    @Test
    void limitsTimeouts() {
        assertThatThrownBy(() -> new SmsSettings(Duration.ZERO, SECOND, NAME, "", SET, SET))
                .hasMessageContaining("jinbo.sms.connect-within is PT0S; it must be 1ms to 1m");
        assertThatThrownBy(() -> new SmsSettings(SECOND, Duration.ofMinutes(2), NAME, "", SET, SET))
                .hasMessageContaining("jinbo.sms.answer-within is PT2M");
    }

    private static SmsSettings settings(WebhookSettings first, WebhookSettings second) {
        return new SmsSettings(SECOND, SECOND, NAME, "", first, second);
    }
}
