package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlgorithmNamesTest {

    @Test
    void allThatAServerHasIsShownButNoMarkers() {
        assertThat(Handshake.algorithmNames(many(40) + ",ext-info-s,kex-strict-s-v00@openssh.com"))
                .isEqualTo(many(40).replace(",", ", "))
                .hasSizeGreaterThan(1000);
    }

    @Test
    void whatNobodyHasIsCutOffAndCounted() {
        assertThat(Handshake.algorithmNames(many(1000))).endsWith("-60, (and 940 more)");
        assertThat(Handshake.algorithmNames("a".repeat(5000) + ",\u001b[31mred"))
                .isEqualTo("a".repeat(64) + ", ?[31mred");
    }

    private static String many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "diffie-hellman-group-of-" + n)
                .collect(Collectors.joining(","));
    }
}
