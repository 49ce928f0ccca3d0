package jinbo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jinbo.testing.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a consumer reads, types and gets, in a real browser, with and without script. Pictures lie in {@code target/console-pictures}. */
class PortalStoryTest {

    private static final String NUMBER = PortalUnderTest.NUMBER;

    @TempDir
    private Path folder;

    private PortalUnderTest portal;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        portal = PortalUnderTest.open(folder);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoRegistersIsOnTheNextListOfTheChosenInsurersAndOnNobodyElses(boolean withScript) throws IOException {
        portal.exchange().publish();
        visit(withScript);
        browser.picture("portal-start-en");
        prove(NUMBER);
        assertThat(browser.text()).contains("Nothing is blocked", "138 **** 1234");
        browser.picture("portal-nothing-en");

        browser.follow("Choose who may not call");
        if (withScript) {
            browser.type("query", "yun");
            assertThat(browser.shows("insurer", "YUNHE")).isTrue();
            assertThat(browser.shows("insurer", "BEIDOU")).isFalse();
        } else {
            browser.type("query", "yun").press("Search");
            assertThat(browser.shows("insurer", "BEIDOU")).isFalse();
        }
        browser.tick("insurer", "YUNHE").tick("term", "1Y").picture("portal-choose-en");
        browser.press("Show me what changes").picture("portal-preview-en");
        assertThat(browser.text())
                .contains(
                        "One insurer will not be allowed to call", "云河人寿", "From 4 December 2026 until 3 December 2027")
                .doesNotContain("长青人寿");

        browser.tick("consent", jinbo.consumer.ConsentText.VERSION).press("Register this");
        browser.picture("portal-done-en");
        assertThat(browser.text()).contains("It is registered", "from 4 December 2026");

        browser.follow("Show the confirmation").picture("portal-confirmation-en");
        assertThat(browser.text())
                .contains("jinbo-confirmation/v1", "number: " + NUMBER, "log-index: ", "— confirmation");

        browser.goTo("/mine").picture("portal-mine-en");
        assertThat(browser.text()).contains("One insurer may not call you", "From 4 December 2026");
        portal.exchange().publish();
        assertThat(portal.exchange().lists("YUNHE").text(2)).contains(NUMBER + ",2026-12-04,2027-12-04");
        assertThat(portal.exchange().lists("CHANGQING").whole()).doesNotContain(NUMBER);
        assertThat(portal.exchange().lists("BEIDOU").whole()).doesNotContain(NUMBER);
    }

    @Test
    void everyPathIsWalkedInChineseOnATelephone() {
        visit(true);
        browser.narrow();
        browser.goTo("/?lang=zh").picture("portal-start-zh-narrow");
        assertThat(browser.text()).contains("让保险推销电话不再打扰您的手机", "2026年12月4日");
        proveInChinese(NUMBER);
        browser.follow("选择不得来电的公司").tick("sector", "LIFE").press("查看将发生的变化").picture("portal-preview-zh-narrow");
        assertThat(browser.text()).contains("云河人寿", "长青人寿", "以后加入的人身保险公司同样受约束");
        browser.tick("consent", jinbo.consumer.ConsentText.VERSION).press("确认登记");
        assertThat(browser.text()).contains("登记成功");
        browser.picture("portal-done-zh-narrow");
        browser.follow("我的登记").picture("portal-mine-zh-narrow");
        assertThat(browser.text()).contains("2家公司不得拨打推销电话");
        browser.follow("全部取消").picture("portal-cancel-zh-narrow").press("是的，全部取消");
        assertThat(browser.text()).contains("已全部取消");
        browser.follow("我的登记");
        assertThat(browser.text()).contains("目前没有任何禁拨");
        browser.follow("投诉来电").choose("insurer", "YUNHE").type("caller", "010-12345678");
    }

    @Test
    void allPagesAreReadableForEverybodyInBothLanguages() {
        visit(true);
        for (String language : List.of("en", "zh")) {
            for (String page : PortalUnderTest.OPEN_PAGES) {
                look(page, language);
            }
        }
        prove(NUMBER);
        for (String language : List.of("en", "zh")) {
            for (String page : PortalUnderTest.PAGES_OF_HOLDER) {
                look(page, language);
            }
        }
    }

    private void look(String page, String language) {
        String name = "portal-" + (page.length() == 1 ? "start" : page.substring(1)) + "-" + language;
        browser.wide();
        browser.goTo(page + "?lang=" + language).picture(name);
        assertThat(browser.inaccessible()).as(name).isEmpty();
        browser.narrow();
        browser.picture(name + "-narrow");
        assertThat(browser.overhang()).as(name + " on a telephone").isZero();
        assertThat(browser.inaccessible()).as(name + " on a telephone").isEmpty();
    }

    private void visit(boolean withScript) {
        browser = withScript ? Browser.open(portal.url(), "en") : Browser.openWithoutScript(portal.url(), "en");
        browser.goTo("/?lang=en");
    }

    private void prove(String number) {
        browser.goTo("/?lang=en").type("number", number).press("Send me a code");
        browser.type("code", portal.gateway().codeFor(number))
                .picture("portal-code-en")
                .press("Go on");
        assertThat(browser.path()).isEqualTo("/mine");
    }

    private void proveInChinese(String number) {
        browser.type("number", number).press("发送验证码");
        browser.type("code", portal.gateway().codeFor(number)).press("继续");
        assertThat(browser.path()).isEqualTo("/mine");
    }
}
