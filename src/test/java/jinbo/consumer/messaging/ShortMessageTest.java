package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortMessageTest {

    private static final Mobile TO = new Mobile(13_812_345_678L);

    @Test
    void textFormContainsNeitherNumberNorText() {
        assertThat(new ShortMessage(TO, "验证码 402913").toString()).doesNotContain("138", "402913", "验证码");
    }

    @Test
    void acceptsChineseLineFeedsAndEmoji() {
        assertThat(new ShortMessage(TO, "【禁拨】您的验证码是 402913。\n请勿告诉他人 📵").text()).contains("402913");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "402913\r\nTo: 13900000000",
                "402913\rrest",
                "402913\u0000",
                "402913\u001b[2J",
                "402913\t",
                "402913\u007f",
                "402913\u0085",
                "402913\u2028",
                "402913\u2029",
                "\u202e319204",
                "402\u200b913",
                "402913\ud800"
            })
    void headersAndLinesCannotBeInjectedAndNothingIsHidden(String text) {
        assertThatThrownBy(() -> new ShortMessage(TO, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other than a line feed")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("402913", "139"));
    }

    @Test
    void hasOneToFiveHundredCharacters() {
        assertThat(new ShortMessage(TO, "x".repeat(500)).text()).hasSize(500);
        assertThatThrownBy(() -> new ShortMessage(TO, "x".repeat(501))).hasMessageContaining("501");
        assertThatThrownBy(() -> new ShortMessage(TO, "")).hasMessageContaining("1 to 500");
        assertThatThrownBy(() -> new ShortMessage(TO, " \n ")).hasMessageContaining("blank");
    }
}
