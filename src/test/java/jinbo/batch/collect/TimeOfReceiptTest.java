package jinbo.batch.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeOfReceiptTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        the drop's time of the file           | 2012-09-21T10:00:00+08:00 | 2012-09-21T10:00:00+08:00
        a file that was written the day before its name | 2012-09-20T23:00:00+08:00 | 2012-09-21T00:00:00+08:00
        a drop whose clock stands at nought   | 1970-01-01T00:00:00+00:00 | 2012-09-21T00:00:00+08:00
        a drop whose clock is ahead           | 2026-01-01T00:00:00+08:00 | 2012-10-15T09:00:00+08:00
        a file of the day before that came later | 2012-09-22T00:30:00+08:00 | 2012-09-22T00:30:00+08:00
        """)
    void computesTimeOfReceipt(String what, String modified, String expected) {
        assertThat(FetchFromArchive.timeOfReceipt(
                        "complaints-YUNHE-20120921-001.csv.pgp",
                        new InsurerCode("YUNHE"),
                        OffsetDateTime.parse(modified).toInstant(),
                        OffsetDateTime.parse("2012-10-15T09:00:00+08:00").toInstant()))
                .isEqualTo(OffsetDateTime.parse(expected).toInstant());
    }
}
