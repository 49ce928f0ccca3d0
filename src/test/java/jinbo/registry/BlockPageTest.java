package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BlockPageTest {

    private static final int THOUSAND = 13_810_001;
    private static final short LIFE = 32001;

    @Test
    void whatIsPutComesBackByRisingNumberFiveBytesEach() {
        Random random = new Random(7);
        TreeMap<Long, Integer> expected = new TreeMap<>();
        BlockPage page = BlockPage.empty(THOUSAND, LIFE);
        for (int place : new int[] {0, 999, 1, 998, 255, 256, 511, 512, 768}) {
            int block = PackedInterval.pack(random.nextInt(32_768), random.nextInt(32_768));
            page.put(place, block);
            expected.put(Thousand.mobile(THOUSAND, place), block);
        }
        assertThat(page.bytes()).hasSize(5 * expected.size());
        assertThat(read(BlockPage.of(THOUSAND, LIFE, page.bytes()))).isEqualTo(new ArrayList<>(expected.entrySet()));
    }

    @Test
    void aPageOfAllNumbersFitsARow() {
        BlockPage page = BlockPage.empty(THOUSAND, LIFE);
        for (int place = 0; place < 1000; place++) {
            page.put(place, PackedInterval.pack(32_767, 32_767));
        }
        assertThat(page.bytes()).hasSize(5000);
        assertThat(read(BlockPage.of(THOUSAND, LIFE, page.bytes()))).hasSize(1000);
    }

    @Test
    void aPageHasChangedOnlyIfItSaysSomethingElse() {
        BlockPage page = BlockPage.empty(THOUSAND, LIFE);
        page.put(5, PackedInterval.pack(100, 200));
        BlockPage read = BlockPage.of(THOUSAND, LIFE, page.bytes());

        read.put(5, PackedInterval.pack(100, 200));
        read.fold(5, PackedInterval.pack(150, 200), 120);
        read.remove(6);
        assertThat(read.isChanged()).isFalse();

        read.remove(5);
        assertThat(read.isChanged()).isTrue();
        assertThat(read.isEmpty()).isTrue();
        assertThat(page.isChanged()).isTrue();
    }

    @Test
    void aComplaintMakesOfABlockWhatTheRuleSaysOfOneRegistration() {
        for (int begins = 0; begins < 6; begins++) {
            for (int ends = begins; ends < 7; ends++) {
                for (int complained = 0; complained < 6; complained++) {
                    for (int registeredOn = 0; registeredOn < 7; registeredOn++) {
                        Interval before = interval(begins, ends);
                        Interval complaint = interval(complained, 6);
                        BlockPage page = BlockPage.empty(THOUSAND, LIFE);
                        page.put(1, Optional.of(before));
                        page.fold(1, PackedInterval.pack(complaint), registeredOn);
                        assertThat(page.block(1))
                                .isEqualTo(PackedInterval.pack(
                                        before.after(complaint, PackedInterval.date(registeredOn))));
                    }
                }
            }
        }
    }

    private static Interval interval(int begins, int ends) {
        LocalDate first = PackedInterval.date(0);
        return new Interval(first.plusDays(begins), first.plusDays(ends));
    }

    private static List<Object> read(BlockPage page) {
        TreeMap<Long, Integer> read = new TreeMap<>();
        List<Long> order = new ArrayList<>();
        BlockPage.each(THOUSAND, page.bytes(), (mobile, block) -> {
            read.put(mobile, block);
            order.add(mobile);
        });
        assertThat(order).isSorted();
        return new ArrayList<>(read.entrySet());
    }
}
