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
import java.util.TreeMap;
import jinbo.exchange.format.BlockListEntry;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever applied only deltas holds, byte for byte, the same list as whoever took the full one. */
class DeltaChainTest {

    private static final int LISTS = 12;

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
        Path manifest = publishedListFixture.into(chain);
        apply(chain, daily);
        apply(chain, away);
        for (int sequence = 2; sequence <= LISTS; sequence++) {
            List<BlockListEntry> after = next(entries, random);
            manifest = PublishedListFixture.deltaAfter(manifest, sequence, entries, after)
                    .into(chain);
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

    /** Some leave, some change, some come; among them the lowest and the highest numbers. */
    private static List<BlockListEntry> next(List<BlockListEntry> before, Random random) {
        TreeMap<Mobile, BlockListEntry> after = new TreeMap<>();
        for (BlockListEntry entry : before) {
            switch (random.nextInt(4)) {
                case 0 -> {}
                case 1 -> after.put(entry.mobile(), entry(entry.mobile().value(), random));
                default -> after.put(entry.mobile(), entry);
            }
        }
        for (int i = random.nextInt(200); i > 0; i--) {
            BlockListEntry entry = entry(13_000_000_000L + random.nextInt(2_000), random);
            after.put(entry.mobile(), entry);
        }
        if (random.nextBoolean()) {
            after.put(new Mobile(13_000_000_000L), entry(13_000_000_000L, random));
            after.put(new Mobile(19_999_999_999L), entry(19_999_999_999L, random));
        }
        return new ArrayList<>(after.values());
    }

    private static BlockListEntry entry(long mobile, Random random) {
        return new BlockListEntry(
                new Mobile(mobile),
                FROM.plusDays(random.nextInt(30)),
                FROM.plusYears(1).plusDays(random.nextInt(30)));
    }
}
