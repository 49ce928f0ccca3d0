package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.choice;
import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.consumer.ConsentText;
import jinbo.testing.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reminder links work in a remote portal. */
class RemotePortalRenewalIT {

    private static final String NUMBER = TestPortal.NUMBER;

    @TempDir
    private Path folder;

    @Test
    void renewsOnceWithConfirmation() throws IOException {
        Steps steps = new Steps();
        try (RemotePortalFixture portal = RemotePortalFixture.open(folder, Map.of())) {
            steps.take("the holder has a choice that ends soon", () -> {
                portal.visitor().prove(NUMBER).post("/choose/confirm", choice());
                // move the registration into the past
                portal.exchange()
                        .sql()
                        .sql("update consumer_registration set expires_on = '2026-12-20'")
                        .update();
            });
            steps.take(
                    "the holder is reminded",
                    () -> assertThat(portal.exchange()
                                    .bean(RemindBeforeEnd.class)
                                    .run()
                                    .sent())
                            .isEqualTo(1));
            String link = portal.gateway().linkFor(NUMBER);
            Map<String, String> form = Map.of(
                    "consent", ConsentText.VERSION, "form", UUID.randomUUID().toString());
            PortalVisitor holder = portal.visitor();
            String done = steps.take("the holder renews by the link", () -> {
                assertThat(holder.get(link).body()).contains("19 December 2026", "Your consent");
                return next(holder.post(link, form));
            });
            steps.take(
                    "the same form registers nothing more",
                    () -> assertThat(next(holder.post(link, form))).isEqualTo(done));
            steps.take(
                    "there is a confirmation",
                    () -> assertThat(holder.get(done.replace("/done/", "/confirmation/"))
                                    .body())
                            .contains("no-calls-from: all of LIFE", "number: " + NUMBER));
            steps.take("the link counts no longer", () -> {
                assertThat(portal.visitor().get(link).statusCode()).isEqualTo(404);
                assertThat(portal.rows("consumer_registration")).isEqualTo(2);
                assertThat(portal.rows("portal_request") + portal.rows("portal_response"))
                        .isZero();
            });
        }
    }
}
