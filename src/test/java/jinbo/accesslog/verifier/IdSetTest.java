package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import jinbo.accesslog.verifier.EntryRules.IdSet;
import org.junit.jupiter.api.Test;

class IdSetTest {

    @Test
    void remembersAsASetDoes() throws MalformedException {
        Random random = new Random(1);
        Set<Long> expected = new HashSet<>();
        IdSet ids = new IdSet();
        for (int i = 0; i < 60_000; i++) {
            long id = random.nextInt(3) == 0 ? random.nextLong(200_000) : random.nextLong(20_000);
            assertThat(ids.contains(id)).isEqualTo(expected.contains(id));
            assertThat(ids.add(id)).isEqualTo(expected.add(id));
        }
    }

    @Test
    void idsMadeToExhaustTheAuditorsMemoryAreRefused() {
        IdSet ids = new IdSet();

        assertThatThrownBy(() -> {
                    for (long id = 0; id < 1L << 40; id += 1 << 16) {
                        ids.add(id);
                    }
                })
                .isInstanceOfSatisfying(
                        MalformedException.class,
                        e -> assertThat(e.finding().fault()).isEqualTo(Fault.IDS_SCATTERED));
    }
}
