package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SameServerDetectorTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "sftp.yunhe.example", List.of("192.0.2.1", "2001:db8::1"),
            "a.hosting.example", List.of("192.0.2.9", "2001:db8:0:0::1"),
            "b.hosting.example", List.of("192.0.2.9"),
            "localhost", List.of("127.0.0.1", "::1"),
            "127.0.0.1", List.of("127.0.0.1"),
            "any.example", List.of("0.0.0.0"));

    private final SameServerDetector servers =
            new SameServerDetector(SameServerDetectorTest::addresses, Duration.ofSeconds(20));

    @Test
    void areThoseThatHaveAnAddressInCommon() {
        assertThat(servers.findSameServers("sftp.yunhe.example", List.of("a.hosting.example", "b.hosting.example")))
                .containsExactly(Map.entry("a.hosting.example", "2001:db8:0:0:0:0:0:1"));
        assertThat(servers.findSameServers("a.hosting.example", List.of("b.hosting.example", "localhost")))
                .containsExactly(Map.entry("b.hosting.example", "192.0.2.9"));
    }

    @Test
    void allAddressesOfThisMachineAreOne() {
        assertThat(servers.findSameServers("127.0.0.1", List.of("localhost", "any.example", "sftp.yunhe.example")))
                .containsOnlyKeys("localhost", "any.example")
                .containsValue("this machine");
    }

    @Test
    void aNameThatNobodyKnowsIsLikeNone() {
        assertThat(servers.findSameServers("nobody.invalid", List.of("other.invalid", "localhost")))
                .isEmpty();
        assertThat(servers.findSameServers("localhost", List.of("other.invalid")))
                .isEmpty();
    }

    @Test
    void aNameServiceThatDoesNotAnswerIsNotWaitedForMoreThanOnce() {
        CountDownLatch never = new CountDownLatch(1);
        SameServerDetector silent = new SameServerDetector(
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                },
                Duration.ofMillis(200));

        assertThat(silent.findSameServers("a", List.of("b", "c", "d", "e"))).isEmpty();
        never.countDown();
    }

    private static List<InetAddress> addresses(String host) throws UnknownHostException {
        if (!NAMES.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        return NAMES.get(host).stream().map(SameServerDetectorTest::address).toList();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
