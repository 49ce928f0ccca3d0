package jinbo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.consumer.messaging.ShortMessage;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.Test;

class ReminderTextTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 7, 14);
    private static final ReminderToken TOKEN = new ReminderToken("AbCdEfGhIjKlMnOpQrStUv");

    private static final List<BusinessLine> LIFE_AND_MOTOR = List.of(line("LIFE", "人身险"), line("MOTOR", "车险"));

    @Test
    void namesLinesLastDayAndLinkInBothLanguages() {
        assertThat(textWith(Optional.of(URI.create("https://portal.example/renew/"))))
                .isEqualTo("您登记的保险电话禁拨（人身险、车险）2026年7月14日到期，当天仍然有效。如要按原来的选择续期，请打开"
                        + " https://portal.example/renew/AbCdEfGhIjKlMnOpQrStUv"
                        + " 并确认。链接只供您本人使用，请不要转发。如不续期，不用做任何操作。\n"
                        + "[Jinbo] Your block of insurance sales calls (LIFE, MOTOR) ends after 14 July"
                        + " 2026. To renew it, open the link. Do not forward the link.");
    }

    @Test
    void hasNoLinkWithoutPortalAddress() {
        assertThat(textWith(Optional.empty()))
                .isEqualTo("您登记的保险电话禁拨（人身险、车险）2026年7月14日到期，当天仍然有效。如要续期，请访问协会网站。如不续期，不用做任何操作。\n"
                        + "[Jinbo] Your block of insurance sales calls (LIFE, MOTOR) ends after 14 July"
                        + " 2026. To renew it, visit the website of the association.");
    }

    @Test
    void longestAddressAndManyLinesFit() {
        String address = "https://" + "a".repeat(135) + "/renew/";

        List<BusinessLine> many = IntStream.range(10, 200)
                .mapToObj(i -> line("LINE" + i, "某某险种" + i))
                .toList();

        String text = textWith(Optional.of(URI.create(address)), many);

        assertThat(text).contains(address, "（某某险种10、", "等）", "(LINE10, ", "...)");
        assertThat(new ShortMessage(new Mobile(13810001234L), "【" + "x".repeat(20) + "】" + text).text())
                .as("with the longest signature in front")
                .endsWith(text);
    }

    @Test
    void readsTokensAndHidesThem() {
        ReminderToken drawn = ReminderToken.draw();

        assertThat(ReminderToken.read(drawn.value())).contains(drawn);
        assertThat(drawn.toString()).doesNotContain(drawn.value());
        assertThat(ReminderToken.draw()).isNotEqualTo(drawn);
        assertThat(ReminderToken.read(drawn.value() + "A")).isEmpty();
        assertThat(ReminderToken.read(drawn.value().substring(1))).isEmpty();
        assertThat(ReminderToken.read("13810001234")).isEmpty();
    }

    private static BusinessLine line(String code, String chineseName) {
        return new BusinessLine(
                new LineCode(code), (short) 32_001, code, chineseName, LocalDate.EPOCH, Optional.empty());
    }

    private static String textWith(Optional<URI> renewAt) {
        return textWith(renewAt, LIFE_AND_MOTOR);
    }

    private static String textWith(Optional<URI> renewAt, List<BusinessLine> lines) {
        ConsumerSettings settings = new ConsumerSettings(
                Duration.ofMinutes(15),
                Duration.ofSeconds(60),
                5,
                10,
                20,
                60,
                9000,
                300000,
                200,
                Duration.ofDays(30),
                renewAt);
        return new ReminderText(settings).of(LAST_DAY, lines, TOKEN);
    }
}
