package jinbo.consumer.messaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.DatabaseKind;
import jinbo.platform.home.Home;
import jinbo.platform.webhook.WebhookSettings;
import jinbo.reference.phone.Mobile;
import jinbo.testing.SettableClock;

/** The configured messaging components with two gateways on loopback. */
final class TestSms implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String OTHER_SECRET = "whsec_" + "B".repeat(32);
    static final String NUMBER = "13812345678";
    static final String CODE = "402913";
    static final ShortMessage MESSAGE = new ShortMessage(new Mobile(Long.parseLong(NUMBER)), "【禁拨】\n验证码 " + CODE);
    static final Duration SOON = Duration.ofSeconds(2);
    static final Duration LONG = Duration.ofSeconds(20);
    static final WebhookSettings NONE = new WebhookSettings("", "");

    private static final Map<String, String> SECRETS = Map.of("first", SECRET, "second", OTHER_SECRET);

    final SettableClock clock = new SettableClock("2012-09-21T09:00:05+08:00");
    final GatewayServer first = new GatewayServer();
    final GatewayServer second = new GatewayServer();
    final Path home;
    private String signature = "";
    private String trusted = "";
    private PendingAttempts pendingAttempts = new PendingAttempts(clock);
    private ShortMessages messages;
    private DeliveryReceipts receipts;

    /** Uses both gateways with long timeouts. */
    TestSms(Path home) throws IOException {
        this.home = home;
        new OwnerOnlyFile(secretFile("first")).write(SECRET + "\n");
        new OwnerOnlyFile(secretFile("second")).write(OTHER_SECRET + "\n");
        set(LONG, of("first", first.url()), of("second", second.url()), DatabaseKind.OWN);
    }

    static WebhookSettings of(String name, String url) {
        return new WebhookSettings(url, name + ".secret");
    }

    /** Restarts with other settings. */
    void set(Duration answerWithin, WebhookSettings one, WebhookSettings other, DatabaseKind database) {
        SmsSettings settings = new SmsSettings(answerWithin, answerWithin, signature, trusted, one, other);
        SmsConfiguration configuration = new SmsConfiguration();
        Home folder = new Home(home);
        pendingAttempts = configuration.pendingAttempts(clock);
        Gateways gateways = configuration.shortMessageGateways(settings, folder, database, clock);
        messages = configuration.shortMessages(gateways, pendingAttempts, (gateway, isTaken) -> {}, settings, clock);
        receipts = configuration.deliveryReceipts(settings, folder, pendingAttempts, messages, clock);
    }

    void areToAnswerSoon() {
        set(SOON, of("first", first.url()), of("second", second.url()), DatabaseKind.OWN);
    }

    /** Sets the sender name. */
    void sign(String name) {
        signature = name;
        set(LONG, of("first", first.url()), of("second", second.url()), DatabaseKind.OWN);
    }

    /** Sets the trusted certificates of the next configuration. */
    void trust(String file) {
        trusted = file;
    }

    ShortMessages.Outcome send(String text) {
        return messages.send(new ShortMessage(MESSAGE.to(), text));
    }

    Path secretFile(String gateway) {
        return home.resolve(gateway + ".secret");
    }

    PendingAttempts underWay() {
        return pendingAttempts;
    }

    ShortMessages.Outcome send() {
        return messages.send(MESSAGE);
    }

    /** Sends a signed receipt. */
    DeliveryReceipts.Outcome report(String gateway, String id, String state) {
        return signed(gateway, now(), "{\"id\":\"" + id + "\",\"state\":\"" + state + "\"}");
    }

    DeliveryReceipts.Outcome signed(String gateway, String timestamp, String body) {
        return receipt(gateway, timestamp, ReferenceHmac.signature(secret(gateway), timestamp, bytes(body)), body);
    }

    DeliveryReceipts.Outcome receipt(String gateway, String timestamp, String signature, String body) {
        return receipts.take(gateway, timestamp, signature, bytes(body));
    }

    String now() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    static String secret(String gateway) {
        return SECRETS.getOrDefault(gateway, SECRET);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
