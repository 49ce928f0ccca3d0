package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a longer term moves the end                    | 2012-10-09 | 2013-04-09 | 2012-10-12 | 2014-10-12 | 2012-09-26 | 2012-10-09 | 2014-10-12
            a shorter term changes nothing                 | 2012-10-09 | 2014-10-09 | 2012-10-12 | 2013-04-12 | 2012-09-26 | 2012-10-09 | 2014-10-09
            the same again changes nothing                 | 2012-10-09 | 2013-10-09 | 2012-10-09 | 2013-10-09 | 2012-09-21 | 2012-10-09 | 2013-10-09
            an earlier beginning moves a pending beginning | 2012-10-09 | 2013-10-09 | 2012-10-08 | 2013-04-08 | 2012-09-20 | 2012-10-08 | 2013-10-09
            both ends may move                             | 2012-10-09 | 2013-04-09 | 2012-10-08 | 2013-10-08 | 2012-09-20 | 2012-10-08 | 2013-10-08
            on its last day a block is still live            | 2012-10-09 | 2013-04-09 | 2013-04-18 | 2013-10-18 | 2013-04-08 | 2012-10-09 | 2013-10-18
            on the first day after it begins anew          | 2012-10-09 | 2013-04-09 | 2013-04-19 | 2013-10-19 | 2013-04-09 | 2013-04-19 | 2013-10-19
            long after it begins anew                      | 2012-10-09 | 2013-04-09 | 2020-01-10 | 2020-07-10 | 2020-01-02 | 2020-01-10 | 2020-07-10
            """)
    void aComplaintWidensALiveBlockAndReplacesOneThatIsOver(
            String rule,
            LocalDate from,
            LocalDate until,
            LocalDate complaintFrom,
            LocalDate complaintUntil,
            LocalDate registeredOn,
            LocalDate expectedFrom,
            LocalDate expectedUntil) {
        assertThat(new Interval(from, until).after(new Interval(complaintFrom, complaintUntil), registeredOn))
                .as(rule)
                .isEqualTo(new Interval(expectedFrom, expectedUntil));
    }

    @Test
    void expiresOnIsTheFirstDayAfterTheBlock() {
        Interval block = new Interval(LocalDate.of(2012, 10, 9), LocalDate.of(2013, 4, 9));

        assertThat(block.isOver(LocalDate.of(2013, 4, 8))).isFalse();
        assertThat(block.isOver(LocalDate.of(2013, 4, 9))).isTrue();
    }

    @Test
    void aBlockCannotEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(LocalDate.of(2013, 4, 9), LocalDate.of(2013, 4, 8)))
                .withMessageContaining("2013-04-08");
    }
}
