package jinbo.reference.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {

    @Test
    void dayChangesAtMidnightInShanghai() {
        assertThat(BusinessTime.dateOf(Instant.parse("2012-09-20T15:59:59Z"))).isEqualTo(LocalDate.of(2012, 9, 20));
        assertThat(BusinessTime.dateOf(Instant.parse("2012-09-20T16:00:00Z"))).isEqualTo(LocalDate.of(2012, 9, 21));
    }
}
