package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.LongStream;
import jinbo.batch.Progress;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches a large run sees what is fetched, opened, rendered and delivered, and no number. */
class RunProgressIT {

    private static final int ROWS = 90_000;

    @Test
    void everyLongPieceOfWorkShowsHowFarItIs(@TempDir Path home) {
        try (TestExchange exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"))) {
            Set<String> seen = Collections.synchronizedSet(new LinkedHashSet<>());
            exchange.bean(Progress.class).watch((what, done, total) -> seen.add(what + (total > 0 ? "" : " rendered")));
            // every second number: consecutive ones would be held
            long[] numbers = LongStream.range(0, ROWS)
                    .map(i -> 13810000000L + 2 * (i * 7919 % ROWS))
                    .toArray();
            String name = UploadCsv.name("YUNHE", "20120921", 1);
            exchange.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", numbers));
            exchange.place("YUNHE", "13810001234.pgp", new byte[3 << 20]);

            exchange.collect();
            exchange.publish();

            assertThat(seen)
                    .contains("YUNHE/upload", "blocklist-YUNHE-00000001-full.csv.pgp rendered")
                    .noneMatch(what -> what.contains("13810001234"));
        }
    }
}
