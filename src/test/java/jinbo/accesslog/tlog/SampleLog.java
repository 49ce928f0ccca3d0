package jinbo.accesslog.tlog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jinbo.platform.files.Sha256;

/** Three hundred entries of an access log with every field and phase. */
final class SampleLog {

    static final int SIZE = 300;

    private static final Instant START = Instant.parse("2026-10-12T01:30:00Z");
    private static final List<String> INSURERS = List.of("YUNHE", "BEIDOU", "CHANGQING");
    private static final LogEntry.Actor BATCH =
            new LogEntry.Actor("batch", LogEntry.Role.BATCH, Optional.of("jinbo"), Optional.empty());

    private SampleLog() {}

    static List<LogEntry> entries() {
        return IntStream.range(0, SIZE).mapToObj(SampleLog::entry).toList();
    }

    static List<byte[]> lines() {
        return entries().stream().map(EntryCodec::write).toList();
    }

    private static LogEntry entry(int index) {
        int round = index / 6;
        long id = 1 + index + round;
        return switch (index % 6) {
            case 0 -> intent(id, index, BATCH, ingest(round));
            case 1 -> tookIn(id, index, round);
            case 2 -> intent(id, index, BATCH, publish(round));
            case 3 -> published(id, index, round);
            case 4 -> refused(round) ? lookedUp(id, index, round) : intent(id, index, operator(), lookUp(round));
            default -> lookedUp(id, index, round);
        };
    }

    private static LogEntry intent(long id, int index, LogEntry.Actor actor, LogEntry.Access access) {
        return new LogEntry(
                id,
                at(index),
                LogEntry.Phase.INTENT,
                OptionalLong.empty(),
                actor,
                access,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    private static LogEntry tookIn(long id, int index, int round) {
        return new LogEntry(
                id,
                at(index),
                LogEntry.Phase.RESULT,
                OptionalLong.of(id - 1),
                BATCH,
                ingest(round),
                Optional.of("PARTLY_ACCEPTED"),
                OptionalLong.of(80),
                Optional.empty(),
                Optional.of(new LogEntry.Registrations(round + 1L, round + 1L, 66, hash("acts " + round))),
                new TreeMap<>());
    }

    private static LogEntry published(long id, int index, int round) {
        SortedMap<String, String> list = new TreeMap<>();
        list.put("sequence", Integer.toString(1 + round / 3));
        list.put("sha256", hash("list " + round));
        return new LogEntry(
                id,
                at(index),
                LogEntry.Phase.RESULT,
                OptionalLong.of(id - 1),
                BATCH,
                publish(round),
                Optional.of("SEALED"),
                OptionalLong.of(87L + 66L * round),
                Optional.empty(),
                Optional.empty(),
                list);
    }

    private static LogEntry lookedUp(long id, int index, int round) {
        boolean refused = refused(round);
        return new LogEntry(
                id,
                at(index),
                refused ? LogEntry.Phase.REFUSAL : LogEntry.Phase.RESULT,
                refused ? OptionalLong.empty() : OptionalLong.of(id - 1),
                operator(),
                lookUp(round),
                Optional.of(refused ? "no confidentiality agreement" : "FOUND"),
                refused ? OptionalLong.empty() : OptionalLong.of(1),
                refused ? Optional.empty() : Optional.of(new LogEntry.Subject(202610, hash("subject " + round))),
                Optional.empty(),
                new TreeMap<>());
    }

    private static boolean refused(int round) {
        return round % 5 == 4;
    }

    private static LogEntry.Access ingest(int round) {
        String insurer = INSURERS.get(round % 3);
        return new LogEntry.Access(
                "TAKE_IN",
                "collect-uploads",
                Optional.of(insurer),
                Optional.of(String.format(Locale.ROOT, "complaints-%s-20261012-%03d.csv.pgp", insurer, 1 + round / 3)));
    }

    private static LogEntry.Access publish(int round) {
        String insurer = INSURERS.get(round % 3);
        return new LogEntry.Access(
                "PUBLISH_LIST",
                "publish-block-lists",
                Optional.of(insurer),
                Optional.of(String.format(Locale.ROOT, "blocklist-%s-%08d-full.csv.pgp", insurer, 1 + round / 3)));
    }

    private static LogEntry.Access lookUp(int round) {
        List<String> purposes = List.of(
                "a consumer asks why she is still called",
                "投诉处理：消费者要求说明登记情况",
                "the insurer says \"never had it\" \\ see case 17\tline 2\nthen\u0001\u001f/end",
                "案件 \ud83d\udcde 复核");
        return new LogEntry.Access("LOOK_UP", purposes.get(round % 4), Optional.empty(), Optional.empty());
    }

    private static LogEntry.Actor operator() {
        return new LogEntry.Actor("李雷", LogEntry.Role.OPERATOR, Optional.empty(), Optional.of("韩梅梅"));
    }

    private static Instant at(int index) {
        return START.plusMillis(index * 500L).plusNanos(index % 7 == 0 ? 1_000 : 0);
    }

    private static String hash(String of) {
        MessageDigest digest = Sha256.start();
        return HexFormat.of().formatHex(digest.digest(of.getBytes(StandardCharsets.US_ASCII)));
    }
}
