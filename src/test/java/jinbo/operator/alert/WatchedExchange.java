package jinbo.operator.alert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jinbo.operator.alert.RunWatch.WatchReport;
import jinbo.operator.notification.SmtpServer;
import jinbo.operator.notification.WebhookServer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exchange that sends alerts to a real mail server and a real web server on loopback. */
final class WatchedExchange implements AutoCloseable {

    final SettableClock clock;
    final SmtpServer mail;
    final WebhookServer webhook;
    final TestExchange exchange;

    WatchedExchange(Path folder, String now, Map<String, String> more) throws IOException {
        clock = new SettableClock(now);
        mail = SmtpServer.inClear();
        webhook = WebhookServer.inClear();
        Path secret = folder.resolve("webhook.secret");
        new OwnerOnlyFile(secret).write(WebhookServer.SECRET);
        Map<String, String> settings = new TreeMap<>(Map.of(
                "jinbo.notification.mail.host", "127.0.0.1",
                "jinbo.notification.mail.port", Integer.toString(mail.port()),
                "jinbo.notification.mail.security", "NONE",
                "jinbo.notification.mail.from", "jinbo@association.example",
                "jinbo.notification.mail.to", "duty@association.example",
                "jinbo.notification.webhook.url", webhook.url().toString(),
                "jinbo.notification.webhook.secret-file", secret.toString()));
        settings.putAll(more);
        exchange = TestExchange.start(folder.resolve("home"), clock, settings);
    }

    WatchReport watch() {
        return exchange.bean(RunWatch.class).run();
    }

    WatchReport watchAt(String now) {
        clock.set(now);
        return watch();
    }

    void suspend(String insurer) {
        exchange.bean(Insurers.class).suspend(new InsurerCode(insurer), clock.instant());
    }

    void resume(String insurer) {
        exchange.bean(Insurers.class).resume(new InsurerCode(insurer), clock.instant());
    }

    /** The webhooks with a valid signature. */
    List<String> hooked() {
        return webhook.requests().stream()
                .filter(WebhookServer.Request::signed)
                .map(request -> inShort(JsonMapper.shared().readTree(request.body())))
                .toList();
    }

    /** The subjects of the mails. */
    List<String> mailed() {
        return mail.mails().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Subject: [Jinbo] "))
                .map(line -> line.substring("Subject: [Jinbo] ".length()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        exchange.close();
        mail.close();
        webhook.close();
    }

    private static String inShort(JsonNode body) {
        JsonNode data = body.at("/data");
        String kind = body.at("/type").asString().equals("concern.new") ? "NEW " : "OVER ";
        return kind
                + data.at("/code").asString()
                + (data.at("/insurer").isNull() ? "" : " " + data.at("/insurer").asString())
                + (data.at("/level").isNull() ? "" : " " + data.at("/level").asString());
    }
}
