package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import jinbo.accesslog.Actor;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifiedRule;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.consumer.ConsentText;
import jinbo.testing.Browser;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A registration, its reminder and its renewal in a browser. */
class PortalRenewStoryIT {

    private static final String NUMBER = TestPortal.NUMBER;
    private static final String FORM = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER_FORM = "00000000-0000-4000-8000-000000000002";

    @TempDir
    private Path folder;

    private TestPortal portal;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        Map<String, String> settings = new HashMap<>(TestPortal.ASSOCIATION);
        settings.put("jinbo.consumer.renew-at", "http://127.0.0.1/renew/");
        portal = TestPortal.open(folder, "2026-01-05T09:00:00+08:00", settings);
        portal.exchange().publish();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({"en, true, false", "zh, false, true"})
    void whoIsRemindedRenewsInOneStepAndTheNextListTellsTheNewEnd(
            String language, boolean withScript, boolean onATelephone) {
        Steps steps = new Steps();
        browser = withScript ? Browser.open(portal.url(), "en") : Browser.openWithoutScript(portal.url(), "en");
        if (onATelephone) {
            browser.narrow();
        }
        steps.take("the holder registers", () -> {
            register(language);
            portal.exchange().publish();
            assertThat(portal.exchange().lists("YUNHE").whole()).contains(NUMBER + ",LIFE,2026-01-15,2026-07-15");
        });
        steps.take("the holder is reminded", () -> {
            portal.clock().set("2026-06-24T10:30:00+08:00");
            assertThat(portal.exchange().bean(RemindBeforeEnd.class).run().sent())
                    .isEqualTo(1);
        });
        String link = portal.gateway().linkFor(NUMBER);
        steps.take("the holder follows the link", () -> browser.goTo(link + "?lang=" + language));
        String kind = "portal-renew-" + language + (onATelephone ? "-narrow" : "");
        steps.take("the page tells what will be renewed", () -> {
            browser.picture(kind);
            assertThat(browser.inaccessible()).isEmpty();
            assertThat(browser.overhang()).isZero();
            assertThat(browser.text())
                    .contains("云河人寿", shown(language, "14 July 2026", "2026年7月14日"))
                    .contains(shown(language, "Until 14 January 2027", "至2027年1月14日止"))
                    .contains(of(language, "consent.text"), of(language, "renew.link"))
                    .doesNotContain(NUMBER, "138 ****", "北斗财险");
        });
        steps.take("the holder renews", () -> {
            browser.tick("consent", ConsentText.VERSION).press(of(language, "renew.confirm"));
            browser.picture(kind + "-done");
            assertThat(browser.text())
                    .contains(of(language, "page.renewed"), "138 **** 1234")
                    .contains(shown(language, "Renewed until 14 January 2027", "到2027年1月14日止"))
                    .doesNotContain(of(language, "page.done"));
        });
        steps.take("the confirmation tells the new end", () -> {
            browser.follow(of(language, "done.confirmation"));
            browser.unfold(of(language, "confirmation.signed"));
            assertThat(browser.text())
                    .contains(
                            "no-calls-from: YUNHE/LIFE",
                            "first-day: 2026-07-04",
                            "last-day: 2027-01-14",
                            "number: " + NUMBER);
        });
        steps.take("so does the holder's page", () -> {
            browser.goTo("/mine");
            assertThat(browser.text())
                    .contains(shown(
                            language, "Since 15 January 2026, until 14 January 2027", "自2026年1月15日起，至2027年1月14日止"));
        });
        steps.take("so does the next list", () -> {
            portal.exchange().publish();
            assertThat(portal.exchange().lists("YUNHE").whole()).contains(NUMBER + ",LIFE,2026-01-15,2027-01-15");
            assertThat(portal.exchange().lists("CHANGQING").whole()).doesNotContain(NUMBER);
            assertThat(portal.exchange().lists("BEIDOU").whole()).doesNotContain(NUMBER);
        });
        steps.take("the registry agrees", portal.exchange()::assertRegistryAgrees);
        steps.take("the link counts no longer", () -> {
            browser.goTo(link).picture(kind + "-used");
            assertThat(browser.text())
                    .contains(of(language, "page.renew-used"), of(language, "sorry.renew"))
                    .contains(shown(language, "is registered until 14 January 2027", "已登记禁拨，到2027年1月14日止"))
                    .doesNotContain(of(language, "renew.used"));
            assertThat(browser.count("a.button[href='/mine']")).as("signed in").isEqualTo(1);
            assertThat(browser.inaccessible()).isEmpty();
        });
        steps.take("a renewal of another term than its end says is found", () -> {
            JdbcClient.create(portal.exchange().owner())
                    .sql("update consumer_registration set term = '1Y'"
                            + " where revision = (select max(revision) from consumer_registration)")
                    .update();
            assertThat(portal.exchange().bean(VerifyRegistry.class).verify(Actor.commandLine()))
                    .filteredOn(result -> !result.holds())
                    .extracting(RuleResult::code)
                    .containsExactly(VerifiedRule.CONSUMER_REGISTRATIONS_ARE_REGISTERED);
        });
    }

    @Test
    void holderRenewsWithACodeOnceTheEndIsNear() {
        PortalVisitor holder = new PortalVisitor(portal).prove(NUMBER);
        Map<String, String> choice =
                Map.of("insurer", "YUNHE/LIFE", "term", "6M", "consent", ConsentText.VERSION, "form", FORM);
        holder.post("/choose/confirm", choice);
        assertThat(holder.get("/mine").body()).doesNotContain("href=\"/renew\"");
        assertThat(next(holder.get("/renew"))).as("in January").isEqualTo("/mine");

        portal.clock().set("2026-06-24T10:30:00+08:00");
        holder.prove(NUMBER);
        assertThat(holder.get("/mine").body()).contains("href=\"/renew\"");
        assertThat(holder.get("/renew").body()).contains("14 July 2026", "Until 14 January 2027");
        assertThat(holder.post("/renew", Map.of("form", OTHER_FORM)).body()).contains("id=\"consent-error\"");
        Map<String, String> consent = Map.of("form", OTHER_FORM, "consent", ConsentText.VERSION);
        assertThat(holder.get("/renew").body()).doesNotContain("If you do not trust the link");
        String done = next(holder.post("/renew", consent));
        assertThat(done).startsWith("/done/");
        assertThat(next(holder.post("/renew", consent))).as("the same form").isEqualTo(done);
        assertThat(next(holder.get("/renew"))).as("renewed").isEqualTo("/mine");

        portal.exchange().publish();
        assertThat(portal.exchange().lists("YUNHE").whole()).contains(NUMBER + ",LIFE,2026-01-15,2027-01-15");
    }

    /** A stranger does not learn whether the number of a used link is registered; its holder does. */
    @Test
    void deadLinkTellsTheRegistrationOnlyToItsSignedInHolder() {
        PortalVisitor holder = new PortalVisitor(portal);
        assertThat(holder.get("/renew/x").body())
                .contains("On the start page, request a code")
                .doesNotContain("is registered until", "is not registered at present");

        holder.prove(NUMBER);

        assertThat(holder.get("/renew/x").body())
                .contains("Your number is not registered at present.")
                .doesNotContain("request a code");
        holder.post("/choose/confirm", PortalVisitor.choice());
        assertThat(holder.get("/renew/x").body()).contains("Your number is registered until 14 January 2027.");
    }

    private void register(String language) {
        browser.goTo("/?lang=" + language)
                .type("number", NUMBER)
                .tick("to", "mine")
                .press(of(language, "start.send"));
        browser.type("code", portal.gateway().codeFor(NUMBER)).press(of(language, "code.check"));
        browser.follow(of(language, "mine.register"))
                .unfold(of(language, "choose.insurers"))
                .tick("insurer", "YUNHE/LIFE")
                .tick("term", "6M")
                .press(of(language, "choose.preview"));
        browser.tick("consent", ConsentText.VERSION).press(of(language, "preview.confirm"));
        browser.goTo("/mine").press(of(language, "leave"));
    }

    private static String shown(String language, String english, String chinese) {
        return language.equals("zh") ? chinese : english;
    }

    private static String of(String language, String key) {
        return ResourceBundle.getBundle(
                        "jinbo.consumer.portal.messages",
                        Locale.forLanguageTag(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
