package jinbo.story.month;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Resync;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import jinbo.participant.insurer.InsurerCode;
import jinbo.testing.ReceivedLists;
import jinbo.testing.TestExchange;

/** What insurers seal with their keys and put on their drops. */
final class InsurerActions {

    private final Map<String, SecretKeys> signsWith = new TreeMap<>();
    private final TestExchange exchange;
    private final Clock clock;
    private final SecretKeys stranger;

    InsurerActions(TestExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
        this.stranger = SecretKeys.generate("stranger", anHourAgo());
    }

    /** The keys that one joins with. */
    SecretKeys keysOf(Plan.Member member) {
        SecretKeys keys = SecretKeys.generate(new KeyPlan(
                member.code(),
                anHourAgo(),
                Optional.empty(),
                member.certificateEnds().map(day -> SimulatedCalendar.at(day, LocalTime.NOON))));
        signsWith.put(member.code(), keys);
        return keys;
    }

    /** One signs with other keys from now on, but opens what it gets with the old ones still. */
    Certificate renew(String insurer) {
        SecretKeys next = SecretKeys.generate(insurer + ", next", anHourAgo());
        signsWith.put(insurer, next);
        return next.certificate();
    }

    void upload(Upload upload) {
        boolean known = upload.state() != Upload.State.BY_A_STRANGER;
        byte[] sealed = exchange.seal(
                known ? signsWith.get(upload.insurer()) : stranger,
                upload.name(),
                upload.csv().getBytes(StandardCharsets.UTF_8));
        if (upload.state() == Upload.State.DAMAGED) {
            sealed[sealed.length / 2] ^= 1;
        }
        exchange.place(upload.insurer(), upload.name(), sealed);
    }

    void acknowledge(String insurer, String stem, boolean rightly) {
        ReceivedLists lists = exchange.lists(insurer);
        if (lists.names().isEmpty()) {
            return;
        }
        Manifest newest = lists.manifest(lists.names().size());
        Ack ack = new Ack(
                new InsurerCode(insurer),
                newest.sequence(),
                clock.instant(),
                newest.entries(),
                rightly ? newest.listDigest() : "f".repeat(newest.listDigest().length()),
                List.of());
        send(insurer, stem, ack.toJson());
    }

    void askForWholeList(String insurer, String stem) {
        send(insurer, stem, new Resync(new InsurerCode(insurer), clock.instant(), "it is lost").toJson());
    }

    private void send(String insurer, String stem, byte[] json) {
        String name = stem + ".json.pgp";
        exchange.place(insurer, name, exchange.seal(signsWith.get(insurer), name, json));
    }

    private Instant anHourAgo() {
        return clock.instant().minus(Duration.ofHours(1));
    }
}
