package jinbo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorTest {

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "198.51.100.7, 198.51.100.254",
        "2001:db8:1:2::1, 2001:db8:1:ffff:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:0:0:0:9",
        "::ffff:198.51.100.7, 198.51.100.8"
    })
    void oneNetworkIsOneVisitorHoweverItsAddressIsWritten(String one, String same) {
        assertThat(Visitor.at(one)).isEqualTo(Visitor.at(same));
    }

    @ParameterizedTest
    @CsvSource({"198.51.100.7, 198.51.101.7", "2001:db8:1:2::1, 2001:db8:2:2::1", "2001:db8:1:2::1, 198.51.100.7"})
    void twoNetworksAreTwoVisitors(String one, String other) {
        assertThat(Visitor.at(one)).isNotEqualTo(Visitor.at(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "evil.example", "1.2.3.4\r\nX: y", "fe80::1%eth0", "::::", "1", "300.1.1.1.1"})
    void whatIsNoAddressIsNeverLookedUpAndCountsAsOneVisitorTogether(String garbage) {
        assertThat(Visitor.at(garbage)).isEqualTo(Visitor.at("nonsense"));
    }

    @Test
    void limitsTheMarksOfABrowser() {
        List<String> marks = Stream.concat(
                        Stream.of("x".repeat(41)), IntStream.range(0, 20).mapToObj(Integer::toString))
                .toList();

        assertThat(Visitor.at("198.51.100.7", marks).marks()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void doesNotResolveHexadecimalNames() {
        assertThat(Visitor.at("dead.beef")).isEqualTo(Visitor.at("nonsense"));
    }
}
