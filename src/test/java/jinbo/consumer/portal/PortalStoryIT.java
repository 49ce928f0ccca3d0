package jinbo.consumer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import jinbo.consumer.ConsentText;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.testing.Browser;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal in a browser with and without script. Pictures are saved in {@code target/console-pictures}. */
class PortalStoryIT {

    @TempDir
    static Path folder;

    private static TestPortal portal;
    private static int holders;

    /** Unique for each test. */
    private final String number = "13810%02d1234".formatted(holders++);

    private Browser browser;

    @BeforeAll
    static void open() throws IOException {
        portal = TestPortal.open(folder, TestPortal.ASSOCIATION);
    }

    @AfterEach
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoRegistersIsOnTheNextListOfTheChosenInsurersAndOnNobodyElses(boolean withScript) throws IOException {
        Steps steps = new Steps();
        steps.take("the first lists are published", () -> {
            portal.exchange().bean(Insurers.class).describe(new InsurerCode("BEIDOU"), new ServiceNumber("95519"));
            portal.exchange().publish();
        });
        steps.take("the holder proves the number", () -> {
            visit(withScript);
            browser.picture("portal-start-en");
            prove(number);
            assertThat(browser.text()).contains("Nothing is registered", "138 **** 1234");
            browser.picture("portal-nothing-en");
        });
        steps.take("the holder searches for insurers", () -> {
            browser.follow("Register my number").unfold("Only from some companies");
            assertThat(browser.text())
                    .contains("Search by name or service number", "Property insurance other than motor", "95519");
            if (withScript) {
                browser.type("query", "9551");
                assertThat(browser.shows("insurer", "YUNHE/LIFE")).isFalse();
                assertThat(browser.shows("insurer", "BEIDOU/PROPERTY")).isTrue();
                browser.type("query", "yun");
                assertThat(browser.shows("insurer", "YUNHE/LIFE")).isTrue();
                assertThat(browser.shows("insurer", "BEIDOU/PROPERTY")).isFalse();
            } else {
                browser.type("query", "9551").press("Search");
                assertThat(browser.shows("insurer", "YUNHE/LIFE")).isFalse();
                assertThat(browser.shows("insurer", "BEIDOU/PROPERTY")).isTrue();
                browser.type("query", "yun").press("Search");
                assertThat(browser.shows("insurer", "BEIDOU/PROPERTY")).isFalse();
            }
        });
        steps.take("the holder chooses one and sees what changes", () -> {
            browser.tick("insurer", "YUNHE/LIFE").tick("term", "1Y").picture("portal-choose-en");
            browser.press("Next: check").picture("portal-preview-en");
            assertThat(browser.text())
                    .contains(
                            "One insurer will not be allowed to call",
                            "云河人寿 (Life and health insurance)",
                            "From 4 December 2026 until 3 December 2027")
                    .doesNotContain("长青人寿");
        });
        steps.take("the holder registers", () -> {
            browser.tick("consent", ConsentText.VERSION).press("Register this");
            browser.picture("portal-done-en");
            assertThat(browser.text())
                    .contains("Your number is registered", "from 4 December 2026", "云河人寿 (Life and health insurance)");
        });
        steps.take("the holder reads the confirmation", () -> {
            browser.follow("Show the confirmation").picture("portal-confirmation-en");
            assertThat(browser.text()).contains("云河人寿 (Life").doesNotContain("log-index");
            assertThat(browser.unfold("For those who verify it: signed text and proof")
                            .text())
                    .contains("jinbo-confirmation/v1", "number: " + number, "log-index: ", "— confirmation");
        });
        steps.take("the holder's page shows the choice", () -> {
            browser.goTo("/mine").picture("portal-mine-en");
            assertThat(browser.text()).contains("One insurer must not call you", "From 4 December 2026");
        });
        steps.take("the next list of that insurer alone holds the number", () -> {
            portal.exchange().publish();
            assertThat(portal.exchange()
                            .text("YUNHE", portal.exchange().lists("YUNHE").newest()))
                    .contains(number + ",LIFE,2026-12-04,2027-12-04");
            assertThat(portal.exchange().lists("CHANGQING").whole()).doesNotContain(number);
            assertThat(portal.exchange().lists("BEIDOU").whole()).doesNotContain(number);
        });
    }

    /** Follows all paths in one language. */
    @ParameterizedTest
    @CsvSource({"en, true, false", "en, false, true", "zh, true, true", "zh, false, false"})
    void everyPathIsWalked(String language, boolean withScript, boolean onATelephone) {
        Steps steps = new Steps();
        steps.take("the holder comes", () -> {
            visit(withScript);
            if (onATelephone) {
                browser.narrow();
            }
            browser.goTo("/?lang=" + language);
        });
        Words words = new Words(language);
        String kind = language + (withScript ? "" : "-no-script") + (onATelephone ? "-narrow" : "");
        steps.take("the start page is shown", () -> seen("start", kind, withScript));
        steps.take("a landline and a number of another city get an honest sentence", () -> {
            browser.type("number", "010-65551234").tick("to", "mine").press(words.of("start.send"));
            assertThat(browser.text()).contains(words.of("number.LANDLINE"));
            browser.type("number", "18200001234").tick("to", "mine").press(words.of("start.send"));
            assertThat(browser.text()).contains(words.of("number.ELSEWHERE"));
        });
        steps.take("the holder proves the number", () -> {
            browser.type("number", number).tick("to", "mine").press(words.of("start.send"));
            browser.type("code", "000000").press(words.of("code.check"));
            seen("wrong-code", kind, withScript);
            browser.type("code", portal.gateway().codeFor(number)).press(words.of("code.check"));
            assertThat(browser.text()).contains(words.of("mine.none"));
        });
        steps.take("the holder chooses a line of business", () -> {
            browser.follow(words.of("mine.register"))
                    .tick("line", "LIFE")
                    .tick("term", "6M")
                    .press(words.of("choose.preview"));
            assertThat(browser.text())
                    .contains("云河人寿", "长青人寿", words.of("preview.future").replace("{0}", words.line()));
            seen("preview", kind, withScript);
        });
        steps.take("the holder registers", () -> {
            browser.tick("consent", ConsentText.VERSION).press(words.of("preview.confirm"));
            assertThat(browser.text()).contains(words.of("page.done"));
            seen("done", kind, withScript);
            browser.follow(words.of("done.confirmation"));
            seen("confirmation", kind, withScript);
            browser.unfold(words.of("confirmation.signed"));
            assertThat(browser.text()).contains("no-calls-from: all of LIFE", "first-day: 2026-12-04");
        });
        steps.take("the holder changes the choice", () -> {
            browser.goTo("/mine")
                    .follow(words.of("mine.change"))
                    .tick("line", "LIFE")
                    .unfold(words.of("choose.insurers"))
                    .tick("insurer", "BEIDOU/PROPERTY")
                    .tick("insurer", "YUNHE/LIFE")
                    .tick("term", "2Y")
                    .press(words.of("choose.preview"));
            seen("change", kind, withScript);
            assertThat(browser.text()).contains("长青人寿", "北斗财险", words.of("preview.ends.why"));
            browser.tick("consent", ConsentText.VERSION).press(words.of("preview.confirm.change"));
        });
        steps.take("the holder complains", () -> {
            browser.follow(words.of("page.mine"))
                    .follow(words.of("mine.complain"))
                    .choose("insurer", "BEIDOU")
                    .type("caller", "010-12345678")
                    .tick("day", "2026-11-23")
                    .choose("time", "20:00")
                    .choose("minute", "15")
                    .tick("purpose", "SALES")
                    .type("words", "They offered me car insurance.")
                    .press(words.of("choose.preview"));
            seen("complain-preview", kind, withScript);
            assertThat(browser.text()).contains("北斗财险", "20:15", "010-12345678", "They offered me car insurance.");
            browser.tick("consent", ConsentText.OF_COMPLAINTS).press(words.of("complain.send"));
            seen("complaint", kind, withScript);
            assertThat(browser.text()).contains(words.of("complaint.sent"), words.of("case.OPEN"), "北斗财险", "20:15");
        });
        steps.take("the holder cancels", () -> {
            browser.goTo("/mine").follow(words.of("mine.cancel"));
            seen("cancel", kind, withScript);
            browser.press(words.of("cancel.confirm"));
            assertThat(browser.text()).contains(words.of("done.cancelled"));
            browser.follow(words.of("page.mine"));
            seen("mine-after", kind, withScript);
            assertThat(browser.text()).contains(words.of("mine.none"), words.of("registration.cancelled"));
        });
        steps.take("a page is missing", () -> {
            browser.goTo("/no-such-page");
            seen("not-there", kind, withScript);
        });
        steps.take("the holder leaves", () -> {
            browser.goTo("/mine");
            browser.press(words.of("leave"));
            assertThat(browser.path()).isEqualTo("/finished");
            assertThat(browser.text())
                    .contains(words.of("finished.confirmation"))
                    .doesNotContain("138 ****");
            seen("finished", kind, withScript);
            browser.goTo("/mine");
            assertThat(browser.text()).contains(words.of("start.again"));
        });
    }

    /** Saves a picture; the accessibility check itself needs script. */
    private void seen(String page, String kind, boolean withScript) {
        String name = "portal-" + page + "-" + kind;
        browser.picture(name);
        if (withScript) {
            assertThat(browser.inaccessible()).as(name).isEmpty();
            assertThat(browser.overhang()).as(name).isZero();
        }
    }

    /** The messages of the pages. */
    private record Words(String language) {

        String of(String key) {
            ResourceBundle words = ResourceBundle.getBundle(
                    "jinbo.consumer.portal.messages",
                    Locale.forLanguageTag(language),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return words.getString(key);
        }

        String line() {
            return language.equals("zh") ? "人身险" : "Life and health insurance";
        }
    }

    @Test
    void allPagesAreAccessibleInBothLanguages() {
        visit(true);
        for (String language : List.of("en", "zh")) {
            for (String page : TestPortal.OPEN_PAGES) {
                look(page, language);
            }
        }
        prove(number);
        for (String language : List.of("en", "zh")) {
            for (String page : TestPortal.PAGES_OF_HOLDER) {
                look(page, language);
            }
        }
    }

    @Test
    void privacyPageSaysWhatTheAssociationHasSet(@TempDir Path another) throws IOException {
        assertThat(new PortalVisitor(portal).get("/privacy").body())
                .contains("tel:01055550123", "tel:01055550100")
                .contains("6 months after your last block has ended", "Until 3 whole calendar years have passed")
                .doesNotContain("directory enquiries");

        Map<String, String> longer =
                Map.of("jinbo.erase-ended.erase-after-months", "12", "jinbo.erase-ended.destroy-key-after-years", "1");
        try (TestPortal without = TestPortal.open(another, longer)) {
            assertThat(new PortalVisitor(without).get("/privacy").body())
                    .contains("directory enquiries (telephone 114)")
                    .contains(
                            "in a complaint, 12 months after it is closed", "When one whole calendar year has passed");
        }
    }

    private void look(String page, String language) {
        String name = "portal-" + (page.length() == 1 ? "start" : page.substring(1)) + "-" + language;
        browser.goTo(page + "?lang=" + language);
        browser.inEachAppearance(name, picture -> {
            assertThat(browser.overhang()).as(picture).isNotPositive();
            assertThat(browser.inaccessible()).as(picture).isEmpty();
        });
    }

    private void visit(boolean withScript) {
        browser = withScript ? Browser.open(portal.url(), "en") : Browser.openWithoutScript(portal.url(), "en");
        browser.goTo("/?lang=en");
    }

    private void prove(String number) {
        browser.goTo("/?lang=en").type("number", number).tick("to", "mine").press("Send me a code");
        browser.type("code", portal.gateway().codeFor(number))
                .picture("portal-code-en")
                .press("Continue");
        assertThat(browser.path()).isEqualTo("/mine");
    }
}
