package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({
        "2012-10-09, 6M, 2013-04-09",
        "2012-10-09, 1Y, 2013-10-09",
        "2012-10-09, 2Y, 2014-10-09",
        "2026-08-31, 6M, 2027-03-01",
        "2027-08-31, 6M, 2028-03-01",
        "2027-08-29, 6M, 2028-02-29",
        "2026-12-31, 6M, 2027-07-01",
        "2028-02-29, 1Y, 2029-03-01",
        "2028-02-29, 2Y, 2030-03-01",
        "2026-02-28, 2Y, 2028-02-28",
    })
    void termEndsOnSameDayOrFirstOfNextMonth(LocalDate effectiveOn, String term, LocalDate end) {
        assertThat(Term.of(term).orElseThrow().end(effectiveOn)).isEqualTo(end);
    }

    @Test
    void parsesKeywordsInEitherCaseOfAscii() {
        assertThat(Term.of("2y")).contains(Term.TWO_YEARS);
        assertThat(Term.of("3M")).isEmpty();
        assertThat(ComplaintType.of("Agent_cold_CALL")).contains(ComplaintType.AGENT_COLD_CALL);
        assertThat(UploadScope.of("self")).contains(UploadScope.SELF);
        assertThat(UploadScope.of("\u017Felf")).isEmpty();
        assertThat(Consent.of("ｙ")).isEmpty();
    }
}
