package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import jinbo.exchange.format.BlockListReader;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.exchange.format.FormatException;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.LineParticipation;
import jinbo.registry.RegistrySnapshot;
import jinbo.registry.RegistrySnapshots;
import jinbo.testing.BlockRowWriter;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lists of one publication share the content of their lines, and their totals are correct. */
class SharedListsIT {

    private static final LocalDate DAY = LocalDate.of(2012, 10, 20);
    private static final long FIRST = 13_810_000_000L;
    private static final int NUMBERS = 4000;

    private final TestLists test = new TestLists();
    private final TreeMap<Short, TreeMap<Long, String>> blocks = new TreeMap<>();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void ownBlocksOfAnyKindAreToldAsAReaderFindsThem() throws IOException, FormatException {
        long seed = Long.getLong("jinbo.lists.seed", new Random().nextLong());
        System.out.println("SharedListsIT seed " + seed);
        Random random = new Random(seed);
        Insurer one = test.join(TestLines.LIFE);
        Insurer other = test.join(TestLines.LIFE);
        Insurer none = test.join(TestLines.LIFE);
        Insurer elsewhere = test.join(TestLines.PROPERTY);
        Insurer several = test.join(TestLines.of("LIFE", "MOTOR", "PROPERTY"));
        Insurer asMany = test.join(TestLines.of("LIFE", "MOTOR", "PROPERTY"));
        for (long number = FIRST; number < FIRST + NUMBERS; number += 1 + random.nextInt(5)) {
            for (LineParticipation line : several.lines()) {
                if (random.nextInt(4) > 0) {
                    block(line.line().scope(), number, 1 + random.nextInt(5), 10 + random.nextInt(600));
                }
            }
            for (Insurer insurer : List.of(one, other, elsewhere, several)) {
                for (LineParticipation line : insurer.lines()) {
                    if (random.nextInt(4) == 0) {
                        own(line, number, random.nextInt(5));
                    }
                }
            }
        }
        write();

        try (RegistrySnapshot snapshot = test.bean(RegistrySnapshots.class).open()) {
            SharedLists shared = test.shared(snapshot, DAY);
            for (Insurer insurer : List.of(one, other, none, elsewhere, several, asMany)) {
                FullList list = test.bean(RenderBlockList.class).full(test.permit(), shared, insurer.lines());
                assertThatItSaysWhatIsRead(list, expected(insurer));
            }
        }
    }

    private static void assertThatItSaysWhatIsRead(FullList list, List<String> expected)
            throws IOException, FormatException {
        ByteArrayOutputStream clear = new ByteArrayOutputStream();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        list.writeTo(clear, deflated);
        byte[] inflated = inflated(deflated);
        List<String> read = new ArrayList<>();
        BlockListSummary content = BlockListReader.read(
                new ByteArrayInputStream(inflated),
                entry -> read.add(entry.mobile().value() + " " + entry.line() + " " + entry.effectiveOn() + " "
                        + entry.expiresOn()));

        assertThat(read).isEqualTo(expected);
        assertThat(new String(inflated, StandardCharsets.US_ASCII))
                .isEqualTo(clear.toString(StandardCharsets.US_ASCII));
        assertThat(list.length()).isEqualTo(inflated.length);
        assertThat(list.entries()).isEqualTo(content.rows());
        assertThat(list.listDigest()).isEqualTo(content.listDigest());
        assertThat(list.rendered(content.contentSha256()).rows()).isEqualTo(content.rows());
        // shared with other lists, where it is the same
        for (int i = 0; i < 2; i++) {
            ByteArrayOutputStream alone = new ByteArrayOutputStream();
            assertThat(list.deflateTo(alone).hex()).isEqualTo(content.contentSha256());
            assertThat(inflated(alone)).isEqualTo(inflated);
        }
    }

    private static byte[] inflated(ByteArrayOutputStream deflated) throws IOException {
        ByteArrayOutputStream ended = new ByteArrayOutputStream();
        deflated.writeTo(ended);
        // an empty last block ends the stream
        ended.writeBytes(new byte[] {3, 0});
        return new InflaterInputStream(new ByteArrayInputStream(ended.toByteArray()), new Inflater(true))
                .readAllBytes();
    }

    /** Blocks that extend, shorten, end before today, never began, or equal the line's. */
    private void own(LineParticipation insurer, long number, int kind) {
        String its = blocks.getOrDefault(insurer.line().scope(), new TreeMap<>())
                .getOrDefault(number, "2012-10-06 2012-10-30");
        LocalDate from = LocalDate.parse(its.substring(0, 10));
        LocalDate until = LocalDate.parse(its.substring(11));
        LocalDate its2 = switch (kind) {
            case 0 -> until.plusDays(30);
            case 1 -> DAY.plusDays(1);
            case 2 -> DAY;
            case 3 -> from;
            default -> until;
        };
        insert(insurer.scope(), number, from, its2);
    }

    private void block(short scope, long number, int after, int days) {
        LocalDate from = LocalDate.of(2012, 10, 1).plusDays(after);
        insert(scope, number, from, from.plusDays(days));
    }

    private void write() {
        String rows = blocks.entrySet().stream()
                .flatMap(scope -> scope.getValue().entrySet().stream()
                        .map(block -> "(" + block.getKey() + "::bigint, " + scope.getKey() + "::smallint, date '"
                                + block.getValue().replace(" ", "', date '") + "', 1)"))
                .collect(Collectors.joining(", ", "values ", ""));
        test.sql().sql(BlockRowWriter.insert(rows)).update();
    }

    private void insert(short scope, long number, LocalDate from, LocalDate until) {
        blocks.computeIfAbsent(scope, fresh -> new TreeMap<>()).put(number, from + " " + until);
    }

    private List<String> expected(Insurer insurer) {
        TreeMap<String, String> told = new TreeMap<>();
        for (LineParticipation line : insurer.lines()) {
            TreeMap<Long, String> ofLine =
                    new TreeMap<>(blocks.getOrDefault(line.line().scope(), new TreeMap<>()));
            ofLine.putAll(blocks.getOrDefault(line.scope(), new TreeMap<>()));
            ofLine.forEach((number, dates) -> told.put(number + " " + line.code(), dates));
        }
        return told.entrySet().stream()
                .filter(entry -> isTold(entry.getValue()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    private static boolean isTold(String dates) {
        LocalDate from = LocalDate.parse(dates.substring(0, 10));
        LocalDate until = LocalDate.parse(dates.substring(11));
        return until.isAfter(DAY) && from.isBefore(until);
    }
}
