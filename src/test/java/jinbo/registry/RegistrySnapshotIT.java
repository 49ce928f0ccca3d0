package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.accesslog.AccessAlreadyEndedException;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.RegistrySnapshot.RegistryBlocks;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.BlockRowWriter;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RegistrySnapshotIT {

    private static final LocalDate DAY = LocalDate.of(2012, 10, 20);

    private final TestRegistry registry = new TestRegistry();
    private Insurer yunhe;

    @BeforeEach
    void oneNumberIsBlocked() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(13810001234L, Term.ONE_YEAR));
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aBatchThatCommitsAfterTheSnapshotIsNotSeenInIt() {
        try (RegistrySnapshot snapshot = registry.snapshot()) {
            registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(13810001235L, Term.ONE_YEAR));

            assertThat(snapshot.revision()).isEqualTo(1);
            assertThat(registry.read(snapshot, yunhe, DAY)).hasSize(1);
        }
        assertThat(registry.list(yunhe, DAY.toString())).hasSize(2);
    }

    @Test
    @Timeout(60)
    void aReadingThatFailsHalfWayIsLetGoAndTheNextOneWorks() {
        registry.sql()
                .sql(BlockRowWriter.insert("select 13900000000 + n, 32001, date '2012-10-09', date '2013-10-09', 1"
                        + " from generate_series(1, 300000) n"))
                .update();
        BlockSink failing = (mobile, line, from, until) -> {
            if (mobile == 13900000005L) {
                throw new IllegalStateException("the disk of the lists is full");
            }
        };
        for (int blocksAtOnce : new int[] {1_000, 1_000_000}) {
            try (RegistrySnapshot snapshot = registry.snapshot(blocksAtOnce)) {
                RegistryBlocks blocks = registry.blocks(snapshot);
                assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(() -> blocks.of(registry.permit(), yunhe.lines(), DAY, failing));
                assertThat(registry.read(blocks, yunhe, DAY)).hasSize(300_001);
            }
        }
    }

    @Test
    void whatOthersHaveReadIsShownToNoAccessThatHasEnded() {
        try (RegistrySnapshot snapshot = registry.snapshot()) {
            RegistryBlocks blocks = registry.blocks(snapshot);
            assertThat(registry.read(blocks, yunhe, DAY)).hasSize(1);
            AccessPermit ended = registry.permit();
            registry.end(ended);
            BlockSink sink = (mobile, line, from, until) -> {
                throw new AssertionError("a number was shown");
            };

            assertThatExceptionOfType(AccessAlreadyEndedException.class)
                    .isThrownBy(() -> blocks.of(ended, yunhe.lines(), DAY, sink));
            assertThatExceptionOfType(AccessAlreadyEndedException.class)
                    .isThrownBy(() ->
                            blocks.shared(ended, List.of(yunhe.lines().get(0).line()), DAY, sink));
            assertThatExceptionOfType(AccessAlreadyEndedException.class)
                    .isThrownBy(() -> blocks.differing(ended, yunhe.lines(), DAY, change -> {
                        throw new AssertionError("a number was shown");
                    }));
        }
    }

    @Test
    void aBlockIsPackedAndUnpackedAtTheEndsOfItsRange() {
        for (long mobile : new long[] {13_000_000_000L, 13_810_001_234L, 19_999_999_999L}) {
            for (int day : new int[] {0, 1, 32_766, 32_767}) {
                long packed = PackedBlocks.pack(mobile, PackedInterval.pack(day, 32_767 - day));
                assertThat(packed).isNotNegative();
                assertThat(PackedBlocks.mobile(packed)).isEqualTo(mobile);
                assertThat(PackedBlocks.effectiveOn(packed)).isEqualTo(day);
                assertThat(PackedBlocks.expiresOn(packed)).isEqualTo(32_767 - day);
            }
        }
        assertThatExceptionOfType(RegistryReadException.class)
                .isThrownBy(() -> PackedInterval.pack(-1, 5))
                .withMessageContaining("from 1999-12-31 until 2000-01-06");
        assertThatExceptionOfType(RegistryReadException.class).isThrownBy(() -> PackedInterval.pack(5, 32_768));
    }

    @Test
    void readersSideBySideSeeTheSame() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (RegistrySnapshot snapshot = registry.snapshot()) {
            List<Callable<List<String>>> readers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                long number = 13810002000L + i;
                readers.add(() -> {
                    registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(number, Term.ONE_YEAR));
                    return registry.read(snapshot, yunhe, DAY);
                });
            }
            for (Future<List<String>> reader : threads.invokeAll(readers)) {
                assertThat(reader.get()).containsExactly("13810001234 2012-10-09 2013-10-09");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRegistryThatDoesNotFitIsReadInStripesAndTellsTheSame() {
        Insurer changqing = registry.join("CHANGQING", TestLines.LIFE);
        for (int batch = 0; batch < 4; batch++) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long number = 13810002000L + (i * 7 + batch * 3) % 50;
                rows.add(i % 3 == 0 ? Row.self(number, Term.TWO_YEARS) : Row.all(number, Term.SIX_MONTHS));
            }
            registry.merge(
                    batch % 2 == 0 ? yunhe : changqing,
                    "2012-09-2" + (2 + batch),
                    "2012-10-1" + batch,
                    rows.toArray(Row[]::new));
        }
        for (Insurer insurer : List.of(yunhe, changqing)) {
            List<String> whole = registry.list(insurer, DAY.toString());
            assertThat(whole).hasSizeGreaterThan(40);
            for (int blocksAtOnce : new int[] {1, 2, 3, 7, 50, 1000}) {
                try (RegistrySnapshot snapshot = registry.snapshot(blocksAtOnce)) {
                    RegistryBlocks blocks = registry.blocks(snapshot);
                    assertThat(registry.read(blocks, insurer, DAY))
                            .as("%s, %d blocks at once", insurer.code(), blocksAtOnce)
                            .isEqualTo(whole);
                    assertThat(registry.readShared(blocks, insurer, DAY)).isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void aDatabaseThatFailsIsNamedByItsStateAndNeverByItsText() {
        try (RegistrySnapshot snapshot = registry.snapshot()) {
            registry.sql().sql("alter table block_page rename to elsewhere").update();

            assertThatExceptionOfType(RegistryReadException.class)
                    .isThrownBy(() -> registry.read(snapshot, yunhe, DAY))
                    .withMessageContaining("SQL state 42P01")
                    .havingRootCause()
                    .isInstanceOf(SQLException.class)
                    .withMessage("");
        }
    }
}
