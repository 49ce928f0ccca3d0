package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.batch.PartnerCertificates;
import jinbo.exchange.openpgp.Certificate;
import jinbo.operator.alert.RunWatch.WatchReport;
import jinbo.operator.notification.WebhookServer;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.registry.inbound.InboundFiles;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWatchIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @TempDir
    private Path folder;

    private WatchedExchange at;

    @BeforeEach
    void allIsWell() throws IOException {
        at = new WatchedExchange(folder, "2012-09-01T09:00:00+08:00", Map.of());
        assertThat(at.watch().notifications()).isEmpty();
    }

    @AfterEach
    void close() throws IOException {
        at.close();
    }

    @Test
    void sendsAnAlertOnceWhenRaisedAndOnceWhenResolved() {
        Steps steps = new Steps();
        steps.take("an insurer is suspended", () -> at.suspend("YUNHE"));
        WatchReport first = steps.take("the first run comes", () -> at.watch());
        WatchReport second =
                steps.take("a second run comes a day later", () -> at.watchAt("2012-09-02T09:00:00+08:00"));
        steps.take("the insurer is resumed", () -> at.resume("YUNHE"));
        WatchReport third = steps.take("a third run comes", () -> at.watch());
        WatchReport fourth =
                steps.take("a fourth run comes a day later", () -> at.watchAt("2012-09-03T09:00:00+08:00"));
        steps.take("two messages go by mail and webhook", () -> {
            assertThat(at.hooked()).containsExactly("NEW SUSPENDED YUNHE", "OVER SUSPENDED YUNHE");
            assertThat(at.mailed()).isEqualTo(at.hooked());
        });
        steps.take(
                "the first run reports the alert",
                () -> assertThat(first.notifications())
                        .extracting(alertNotification -> alertNotification.notifier() + " " + alertNotification.kind())
                        .containsExactly("log NEW", "mail NEW", "webhook NEW"));
        steps.take("the second run reports nothing new", () -> {
            assertThat(second.found()).hasSize(1);
            assertThat(second.notifications()).isEmpty();
        });
        steps.take("the third run reports its end", () -> {
            assertThat(third.found()).isEmpty();
            assertThat(third.notifications())
                    .extracting(alertNotification -> alertNotification.notifier() + " " + alertNotification.kind())
                    .containsExactly("log OVER", "mail OVER", "webhook OVER");
        });
        steps.take(
                "the fourth run reports nothing",
                () -> assertThat(fourth.notifications()).isEmpty());
    }

    @Test
    void sendsARecurringAlertUnderANewId() {
        at.suspend("YUNHE");
        at.watch();
        at.resume("YUNHE");
        at.watch();
        at.suspend("YUNHE");
        at.watch();

        assertThat(at.hooked()).containsExactly("NEW SUSPENDED YUNHE", "OVER SUSPENDED YUNHE", "NEW SUSPENDED YUNHE");
        assertThat(at.webhook.requests()).extracting(WebhookServer.Request::id).doesNotHaveDuplicates();
    }

    @Test
    void sendsNothingAgainAfterARestart() {
        at.suspend("YUNHE");
        at.watch();

        at.exchange.restart();
        at.watch();

        assertThat(at.hooked()).containsExactly("NEW SUSPENDED YUNHE");
    }

    @Test
    void aHigherCountIsTheSameAlert() {
        unit("HAIDIAN");
        hold("001");
        at.watch();
        unit("DONGCHENG");
        hold("002");

        WatchReport second = at.watch();

        assertThat(second.found())
                .extracting(alert -> alert.detail().orElseThrow())
                .containsExactly("DONGCHENG, HAIDIAN", "2");
        assertThat(second.notifications()).isEmpty();
        assertThat(at.hooked()).containsExactlyInAnyOrder("NEW UNITS_NOT_BOUND YUNHE", "NEW FILES_HELD YUNHE");
    }

    @Test
    void alertsDoNotContainNumbersOfHeldFiles() {
        hold("001");
        at.watch();

        assertThat(at.mail.mails()).hasSize(1).noneMatch(mail -> mail.contains("65551234"));
        assertThat(at.webhook.requests())
                .hasSize(1)
                .noneMatch(request -> request.body().contains("65551234"));
    }

    @Test
    void sendsAnEndAtEachLevelUntilItIsReplaced() throws IOException {
        onlyEndingOn31October();
        at.watch();
        at.watchAt("2012-09-30T09:00:00+08:00");
        at.watchAt("2012-10-01T09:00:00+08:00");
        at.watchAt("2012-10-02T09:00:00+08:00");
        at.watchAt("2012-10-24T09:00:00+08:00");
        at.watchAt("2012-11-01T09:00:00+08:00");
        List<String> untilTheEnd = at.hooked();
        accept("keys-sample/YUNHE.public.asc");
        at.watch();
        at.watch();

        assertThat(untilTheEnd)
                .containsExactly(
                        "NEW CERTIFICATE_EXPIRES YUNHE SOON",
                        "NEW CERTIFICATE_EXPIRES YUNHE PRESSING",
                        "NEW CERTIFICATE_EXPIRES YUNHE URGENT",
                        "NEW NO_CERTIFICATE YUNHE");
        assertThat(at.hooked()).hasSize(5).endsWith("OVER NO_CERTIFICATE YUNHE");
        assertThat(at.mailed()).isEqualTo(at.hooked());
    }

    @Test
    void showsTheDaysLeftAtTheTimeOfSending() throws IOException {
        at.webhook.answer(WebhookServer.status(500));
        onlyEndingOn31October();
        at.watch();
        at.webhook.answer(WebhookServer.status(204));
        at.watchAt("2012-09-11T09:00:00+08:00");

        assertThat(at.webhook.requests().get(0).body()).contains("[SOON，剩余 60 天] YUNHE");
        assertThat(at.webhook.requests().get(1).body()).contains("[SOON，剩余 50 天] YUNHE");
        assertThat(at.webhook.requests())
                .extracting(WebhookServer.Request::id)
                .hasSize(2)
                .containsOnly(at.webhook.requests().get(0).id());
    }

    @Test
    void retriesOnlyTheFailedNotifier() {
        Steps steps = new Steps();
        steps.take("an alert comes up while the webhook fails", () -> {
            at.webhook.answer(WebhookServer.status(500));
            at.suspend("YUNHE");
        });
        WatchReport broken = steps.take("a run reports it", () -> at.watch());
        steps.take("the webhook works again", () -> at.webhook.answer(WebhookServer.status(204)));
        WatchReport mended = steps.take("the next run comes", () -> at.watch());
        steps.take(
                "the first run names the failure",
                () -> assertThat(problems(broken)).containsExactly("webhook: the web server has answered 500"));
        steps.take(
                "the next run repeats that report alone",
                () -> assertThat(mended.notifications())
                        .extracting(WatchReport.AlertNotification::notifier, WatchReport.AlertNotification::problem)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("webhook", Optional.empty())));
        steps.take("the mail came once", () -> assertThat(at.mailed()).containsExactly("NEW SUSPENDED YUNHE"));
        steps.take("the webhook got it twice, under one id", () -> {
            assertThat(at.hooked()).containsExactly("NEW SUSPENDED YUNHE", "NEW SUSPENDED YUNHE");
            assertThat(at.webhook.requests())
                    .as("both under one id")
                    .extracting(WebhookServer.Request::id)
                    .containsOnly(at.webhook.requests().get(0).id());
        });
    }

    @Test
    void aFailingMailServerDoesNotBlockTheWebhook() {
        at.mail.answer("MAIL", "421 later");
        at.suspend("YUNHE");
        at.suspend("BEIDOU");

        WatchReport report = at.watch();

        assertThat(problems(report)).hasSize(2).allMatch(problem -> problem.startsWith("mail: the mail server cannot"));
        assertThat(at.mail.commands())
                .as("it is tried once a run")
                .filteredOn(command -> command.startsWith("MAIL"))
                .hasSize(1);
        assertThat(at.hooked()).containsExactlyInAnyOrder("NEW SUSPENDED YUNHE", "NEW SUSPENDED BEIDOU");
    }

    @Test
    void aRefusedAlertDoesNotBlockOthers() {
        AtomicInteger before = new AtomicInteger();
        at.webhook.answer(request -> request.sendResponseHeaders(before.getAndIncrement() == 0 ? 400 : 204, -1));
        at.suspend("BEIDOU");
        at.suspend("YUNHE");

        WatchReport first = at.watch();
        at.watch();

        assertThat(problems(first)).containsExactly("webhook: the web server has answered 400");
        assertThat(at.hooked()).containsExactly("NEW SUSPENDED BEIDOU", "NEW SUSPENDED YUNHE", "NEW SUSPENDED BEIDOU");
    }

    @Test
    void doesNotSendAlertsResolvedDuringAnOutage() {
        at.webhook.answer(WebhookServer.status(503));
        at.suspend("YUNHE");
        at.watch();
        at.resume("YUNHE");
        at.webhook.answer(WebhookServer.status(204));
        at.watch();

        assertThat(at.mailed()).containsExactly("NEW SUSPENDED YUNHE", "OVER SUSPENDED YUNHE");
        assertThat(at.hooked()).as("only what it has refused").containsExactly("NEW SUSPENDED YUNHE");
    }

    @Test
    void resolvesAlertThatWasSentAtTheFirstLevelOnly() throws IOException {
        onlyEndingOn31October();
        at.watch();
        at.webhook.answer(WebhookServer.status(503));
        at.watchAt("2012-10-01T09:00:00+08:00");
        at.watchAt("2012-10-24T09:00:00+08:00");
        accept("keys-sample/YUNHE.public.asc");
        at.webhook.answer(WebhookServer.status(204));
        at.watch();

        assertThat(at.hooked())
                .startsWith("NEW CERTIFICATE_EXPIRES YUNHE SOON")
                .endsWith("OVER CERTIFICATE_EXPIRES YUNHE URGENT");
        assertThat(at.hooked()).filteredOn(told -> told.startsWith("OVER")).hasSize(1);
    }

    @Test
    void whatIsHiddenBySuspensionIsNotOver() {
        hold("001");
        at.watch();
        at.suspend("YUNHE");
        at.watch();
        at.resume("YUNHE");
        at.watch();

        assertThat(at.hooked())
                .containsExactly(
                        "NEW FILES_HELD YUNHE", "NEW SUSPENDED YUNHE", "OVER SUSPENDED YUNHE", "NEW FILES_HELD YUNHE");
        assertThat(at.exchange.bean(InboundFiles.class).held()).hasSize(1);
    }

    @Test
    void aRunFindsAndReportsAChangedLog() {
        Steps steps = new Steps();
        steps.take("the log is sound", () -> {
            at.exchange.publish();
            assertThat(at.watch().found()).isEmpty();
        });
        steps.take("an entry is changed behind the program's back", () -> {
            at.exchange
                    .sql()
                    .sql("alter table access_log_entry disable trigger all")
                    .update();
            at.exchange
                    .sql()
                    .sql("update access_log_entry set purpose = 'another' where id = 2")
                    .update();
        });
        WatchReport report = steps.take("a run finds it", () -> at.watch());
        steps.take("another run comes", () -> at.watch());
        steps.take(
                "the report says which entry",
                () -> assertThat(report.found()).singleElement().satisfies(alert -> {
                    assertThat(alert.code()).isEqualTo(Alert.Code.ACCESS_LOG_ALARM);
                    assertThat(alert.detail().orElseThrow()).startsWith("ENTRY_CHANGED at index");
                }));
        steps.take("it is reported once", () -> assertThat(at.hooked()).containsExactly("NEW ACCESS_LOG_ALARM"));
    }

    @Test
    void aFailedCheckIsReportedAndResolvesNothing() throws IOException {
        at.suspend("YUNHE");
        at.watch();
        Path quarantine = at.exchange.home().resolve("quarantine");
        Files.delete(quarantine);
        at.resume("YUNHE");

        WatchReport blind = at.watch();
        List<Alert.Code> shownBlindly = at.exchange.bean(FindAllAlerts.class).find().stream()
                .map(Alert::code)
                .toList();
        List<String> toldBlindly = at.hooked();
        Files.createDirectory(quarantine);
        at.watch();

        assertThat(blind.wholly()).isFalse();
        assertThat(shownBlindly).as("what status shows").contains(Alert.Code.LOOK_FAILED);
        assertThat(toldBlindly).containsExactly("NEW SUSPENDED YUNHE", "NEW LOOK_FAILED");
        assertThat(at.hooked()).endsWith("OVER SUSPENDED YUNHE", "OVER LOOK_FAILED");
    }

    @Test
    void theListIsTheOneThatStatusShows() {
        at.suspend("BEIDOU");
        unit("HAIDIAN");

        assertThat(at.watch().found())
                .isEqualTo(at.exchange.bean(FindAllAlerts.class).find());
    }

    @Test
    void theLanguageIsASetting() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (WatchedExchange english = new WatchedExchange(
                elsewhere, "2012-09-01T09:00:00+08:00", Map.of("jinbo.notification.language", "EN"))) {
            english.suspend("YUNHE");
            english.watch();
            english.resume("YUNHE");
            english.watch();
            at.suspend("YUNHE");
            at.watch();

            assertThat(english.webhook.requests().get(0).body())
                    .contains("YUNHE: the exchange is suspended. No uploads are collected");
            assertThat(english.webhook.requests().get(1).body()).contains("Resolved: YUNHE: the exchange is suspended");
            assertThat(at.webhook.requests().get(0).body()).contains("YUNHE：交换已暂停");
        }
    }

    private void onlyEndingOn31October() throws IOException {
        at.exchange
                .sql()
                .sql("delete from insurer_certificate where insurer = 'YUNHE'")
                .update();
        accept("src/test/resources/jinbo/operator/alert/ends-on-2012-10-31.asc");
    }

    private void accept(String file) throws IOException {
        Certificate certificate = Certificate.parse(Files.readAllBytes(Path.of(file)));
        at.exchange
                .bean(PartnerCertificates.class)
                .add(new InsurerCertificate(
                        YUNHE, certificate.fingerprint().value(), certificate.encoded(), at.clock.instant()));
    }

    private void unit(String code) {
        at.exchange.addUnit("YUNHE", code, SalesUnit.Kind.AGENCY, Optional.empty());
    }

    private void hold(String number) {
        at.exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20120901-" + number + ".csv.pgp",
                "mobile,complaint,complained_on\r\n"
                        + IntStream.range(0, 12 + Integer.parseInt(number))
                                .mapToObj(i -> "010-65551234,TELEMARKETING,2012-08-3" + i % 2 + "\r\n")
                                .collect(Collectors.joining()));
        at.exchange.collect();
    }

    private static List<String> problems(WatchReport report) {
        return report.notifications().stream()
                .filter(alertNotification -> alertNotification.problem().isPresent())
                .map(alertNotification -> alertNotification.notifier() + ": "
                        + alertNotification.problem().orElseThrow())
                .toList();
    }
}
