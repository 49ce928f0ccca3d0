package jinbo.partner;

import static jinbo.partner.PublishedListFixture.FROM;
import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.partner.PublishedListFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import jinbo.exchange.format.BlockListEntry;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deltas and a full list result in the same bytes. */
class DeltaChainTest {

    private static final int LISTS = 12;
    private static final List<LineCode> LINES = Stream.of("A1", "A12", "B1", "HEALTHCARE12", "LIFE", "MOTOR")
            .map(LineCode::new)
            .toList();

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20120921})
    void aChainOfDeltasMakesTheFullList(long seed) throws IOException {
        Random random = new Random(seed);
        Path chain = Files.createDirectory(home.resolve("chain"));
        LocalBlockList daily = new LocalBlockList(home.resolve("daily"));
        LocalBlockList away = new LocalBlockList(home.resolve("away"));
        List<BlockListEntry> entries = next(List.of(), random);
        PublishedListFixture publishedListFixture = new PublishedListFixture();
        publishedListFixture.entries = entries;
        publishedListFixture.lines = LINES;
        Path manifest = publishedListFixture.into(chain);
        apply(chain, daily);
        apply(chain, away);
        for (int sequence = 2; sequence <= LISTS; sequence++) {
            List<BlockListEntry> after = next(entries, random);
            PublishedListFixture delta = PublishedListFixture.deltaAfter(manifest, sequence, entries, after);
            delta.lines = LINES;
            manifest = delta.into(chain);
            entries = after;
            apply(chain, daily);
            assertThat(held(daily)).as("seed %d, list %d", seed, sequence).isEqualTo(heldByFull(entries, sequence));
        }
        apply(chain, away);

        assertThat(held(away)).as("seed %d", seed).isEqualTo(held(daily));
    }

    private byte[] heldByFull(List<BlockListEntry> entries, int sequence) throws IOException {
        Path inbox = Files.createDirectory(home.resolve("full-" + sequence));
        LocalBlockList full = new LocalBlockList(home.resolve("held-" + sequence));
        PublishedListFixture publishedListFixture = new PublishedListFixture();
        publishedListFixture.sequence = sequence;
        publishedListFixture.entries = entries;
        publishedListFixture.lines = LINES;
        publishedListFixture.into(inbox);
        apply(inbox, full);
        return held(full);
    }

    private static void apply(Path inbox, LocalBlockList held) throws IOException {
        assertThat(new ApplyBlockLists(PartnerTestKeys.YUNHE, held)
                        .apply(inbox, NOW, TODAY)
                        .orElseThrow())
                .isInstanceOf(Genuine.class);
    }

    private static byte[] held(LocalBlockList held) throws IOException {
        return Files.readAllBytes(held.csv());
    }

    /** Removes, changes and adds entries, including the lowest and highest numbers. */
    private static List<BlockListEntry> next(List<BlockListEntry> before, Random random) {
        TreeSet<BlockListEntry> after = new TreeSet<>(BlockListEntry.ORDER);
        for (BlockListEntry entry : before) {
            switch (random.nextInt(4)) {
                case 0 -> {}
                case 1 -> after.add(entry(entry.mobile().value(), entry.line(), random));
                default -> after.add(entry);
            }
        }
        for (int i = random.nextInt(200); i > 0; i--) {
            LineCode line = LINES.get(random.nextInt(LINES.size()));
            after.add(entry(13_000_000_000L + random.nextInt(700), line, random));
        }
        if (random.nextBoolean()) {
            for (LineCode line : LINES) {
                after.add(entry(13_000_000_000L, line, random));
                after.add(entry(19_999_999_999L, line, random));
            }
        }
        return new ArrayList<>(after);
    }

    private static BlockListEntry entry(long mobile, LineCode line, Random random) {
        return new BlockListEntry(
                new Mobile(mobile),
                line,
                FROM.plusDays(random.nextInt(30)),
                FROM.plusYears(1).plusDays(random.nextInt(30)));
    }
}
