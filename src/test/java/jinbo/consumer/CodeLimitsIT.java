package jinbo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.reference.phone.Mobile;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors with few networks exhaust neither the daily limit nor that of a holder. */
class CodeLimitsIT {

    private static final String MIDNIGHT = "2026-11-24T00:00:00+08:00";
    private static final String VICTIM = "13810001234";
    private static final String SENT = "sent";
    private static final String TOO_MANY = "429";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(MIDNIGHT);
    private TestGateway gateway;
    private TestExchange exchange;
    private int numbers;

    @AfterEach
    void close() {
        exchange.close();
        gateway.close();
    }

    /** The default limits divided by a thousand or more: 63 addresses with 10 an hour exceed 90 a day. */
    @Test
    void manyNetworksDoNotExhaustTheDailyLimit() throws IOException {
        open(Map.of("codes-in-a-day", "90", "codes-per-address", "10", "codes-per-address-in-a-day", "30"));
        String known = proveFrom("10.0.0.1", VICTIM).mark();
        List<String> addresses = Stream.concat(
                        IntStream.rangeClosed(1, 63).mapToObj(net -> "198.51." + net + ".7"),
                        IntStream.rangeClosed(1, 40).mapToObj(net -> "2001:db8:1:" + Integer.toHexString(net) + "::1"))
                .toList();
        for (int time = 0; time < 6; time++) {
            for (String address : addresses) {
                ask(number(), address);
            }
            clock.pass(Duration.ofHours(3));
        }
        int used = gateway.messages().size();

        AttackTable.row(
                "portal: codes for strangers' numbers, all day from 63 IPv4 addresses and an IPv6 network of 48 bits",
                "sent to who asks from another network",
                ask(number(), "203.0.113.7") + " to who asks from another network");
        AttackTable.row(
                "portal: the same, and a holder in one of these networks who has proven the number before",
                "sent to the holder",
                become(exchange, VICTIM, Visitor.at("198.51.1.8", List.of(known))) + " to the holder");
        assertThat(used).isBetween(60, 70);
        assertThat(ask(number(), "198.51.1.7")).as("the attacker").isEqualTo(TOO_MANY);
    }

    @Test
    void countsAddressesOfOneNetworkTogether() throws IOException {
        open(Map.of("codes-per-address", "3"));
        List<String> seen = new ArrayList<>();
        for (String beginning : List.of("2001:db8:1:", "198.51.100.")) {
            String end = beginning.contains(":") ? "::1" : "";
            for (int address = 1; address <= 3; address++) {
                assertThat(ask(number(), beginning + address + end)).isEqualTo(SENT);
            }
            seen.add(ask(number(), beginning + 4 + end));
        }

        AttackTable.row(
                "portal: codes from many addresses of one network of 48 bits, and of 24 bits in IPv4",
                "counted as one: [429, 429]",
                "counted as one: " + seen);
    }

    @Test
    void limitsANetworkByDay() throws IOException {
        open(Map.of("codes-per-address", "2", "codes-per-address-in-a-day", "3"));
        assertThat(ask(number(), "198.51.100.1")).isEqualTo(SENT);
        assertThat(ask(number(), "198.51.100.1")).isEqualTo(SENT);
        assertThat(ask(number(), "198.51.100.1")).isEqualTo(TOO_MANY);
        clock.pass(Duration.ofHours(1));
        assertThat(ask(number(), "198.51.100.1")).isEqualTo(SENT);
        assertThat(ask(number(), "198.51.100.1")).isEqualTo(TOO_MANY);
        clock.pass(Duration.ofHours(23));
        assertThat(ask(number(), "198.51.100.1")).isEqualTo(SENT);
    }

    @Test
    void refundsProvenCodesToTheNetwork() throws IOException {
        open(Map.of("codes-per-address", "2", "codes-per-address-in-a-day", "2"));
        for (int person = 0; person < 5; person++) {
            proveFrom("198.51.100.7", number());
        }

        assertThat(ask(number(), "198.51.100.7")).isEqualTo(SENT);
        assertThat(ask(number(), "198.51.100.7")).isEqualTo(SENT);
        assertThat(ask(number(), "198.51.100.7")).isEqualTo(TOO_MANY);
    }

    @Test
    void strangersDoNotLockTheHolderOut() throws IOException {
        open(Map.of());
        String mark = proveFrom("10.0.0.1", VICTIM).mark();
        Visitor holder = Visitor.at("10.0.0.1", List.of("nonsense", mark));
        clock.pass(Duration.ofDays(2));
        for (int i = 0; i < 5; i++) {
            assertThat(ask(VICTIM, "198.51.100.7")).isEqualTo(SENT);
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(ask(VICTIM, "198.51.100.8")).as("the same network").isEqualTo(TOO_MANY);
        AttackTable.row(
                "portal: five codes for a victim's number from one network; the victim asks from another one",
                SENT,
                ask(VICTIM, "203.0.113.7"));
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 4; i++) {
            ask(VICTIM, "203.0.113.7");
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(ask(VICTIM, "192.0.2.7")).as("ten in all").isEqualTo(TOO_MANY);

        AttackTable.row(
                "portal: ten codes for a victim's number from two networks; the victim asks in a browser that has proven it",
                SENT,
                become(exchange, VICTIM, holder));
        clock.pass(Duration.ofSeconds(59));
        assertThat(become(exchange, VICTIM, holder)).as("a minute between two").isEqualTo(TOO_MANY);
        for (int i = 0; i < 4; i++) {
            clock.pass(Duration.ofMinutes(1));
            assertThat(become(exchange, VICTIM, holder)).isEqualTo(SENT);
        }
        clock.pass(Duration.ofMinutes(1));
        assertThat(become(exchange, VICTIM, holder)).as("five a day, too").isEqualTo(TOO_MANY);
    }

    @Test
    void markIsValidForItsNumberForNinetyDays() throws IOException {
        open(Map.of());
        KnownBrowsers known = exchange.bean(KnownBrowsers.class);
        Mobile mobile = new Mobile(Long.parseLong(VICTIM));
        String mark = known.mark(mobile);
        List<String> forged = List.of(
                mark.substring(0, mark.length() - 1) + (mark.endsWith("A") ? "B" : "A"),
                (Long.parseLong(mark.split("-", 2)[0]) - 1) + mark.substring(mark.indexOf('-')),
                "999999" + mark.substring(mark.indexOf('-')),
                known.mark(new Mobile(13810001235L)),
                mark + "A",
                "-",
                "");

        assertThat(mark).doesNotContain(VICTIM).matches("[0-9]{5}-[A-Za-z0-9_-]{22}");
        assertThat(knows(known, mark, mobile)).isTrue();
        assertThat(forged).noneMatch(one -> knows(known, one, mobile));
        clock.pass(Duration.ofDays(89));
        assertThat(knows(known, mark, mobile)).isTrue();
        clock.pass(Duration.ofDays(1));
        assertThat(knows(known, mark, mobile)).isFalse();
    }

    @Test
    void refundsCodesThatWereNotSent() throws IOException {
        open(Map.of("codes-in-a-day", "3", "codes-per-address", "20"));
        gateway.refuse(true);
        for (int i = 0; i < 10; i++) {
            assertThat(ask(number(), "198.51.100.7")).isEqualTo("not sent");
            assertThat(ask(VICTIM, "203.0.113.7")).isEqualTo("not sent");
        }
        gateway.refuse(false);

        assertThat(Stream.of("198.51.100.7", "198.51.100.7", "203.0.113.7", "192.0.2.7")
                        .map(address -> ask(number(), address)))
                .containsExactly(SENT, SENT, SENT, TOO_MANY);
    }

    @Test
    void failingGatewaysDoNotLetVisitorsFillTheAccessLog() throws IOException {
        open(Map.of("codes-per-address", "3", "views-per-number", "3"));
        String mark = proveFrom("10.0.0.1", VICTIM).mark();
        gateway.refuse(true);
        Visitor known = Visitor.at("10.0.0.1", List.of(mark));
        for (int i = 0; i < 3; i++) {
            ask(number(), "198.51.100.7");
            become(exchange, VICTIM, known);
        }
        long entries = exchange.count("access_log_entry");

        String seen = ask(number(), "198.51.100.7") + " and " + become(exchange, VICTIM, known);

        assertThat(exchange.count("access_log_entry")).isEqualTo(entries);
        AttackTable.row(
                "portal: codes in a loop while no gateway takes any, by a stranger and by a browser that has proven the number",
                "429 and 429",
                seen);
    }

    @Test
    void processesShareLimitsWithoutNumbersAndAddresses() throws IOException {
        open(Map.of("codes-in-a-day", "4", "codes-in-all", "4"));
        try (TestExchange other = exchange.anotherProcess()) {
            List<String> seen = Stream.of(exchange, other, exchange, other, exchange, other)
                    .map(node -> become(node, number(), Visitor.at("198.51.100.7")))
                    .toList();

            AttackTable.row(
                    "portal: the limits in all, by turns at two processes that serve",
                    "[sent, sent, sent, sent, 429, 429]",
                    seen.toString());
        }
        assertThat(exchange.sql()
                        .sql("select c::text from visitor_count c")
                        .query(String.class)
                        .list())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row).doesNotContain("1381000", "198.51", "198, 51"));
        clock.pass(Duration.ofDays(1));
        exchange.bean(PurgeExpiredProofs.class).now();
        assertThat(exchange.count("visitor_count")).isZero();
    }

    private static boolean knows(KnownBrowsers known, String mark, Mobile mobile) {
        return known.knows(Visitor.at("10.0.0.1", List.of(mark)), mobile);
    }

    private void open(Map<String, String> limits) throws IOException {
        gateway = TestGateway.open();
        Map<String, String> settings = new TreeMap<>(gateway.settings(folder.resolve("home")));
        limits.forEach((name, value) -> settings.put("jinbo.consumer." + name, value));
        exchange = TestExchange.start(folder.resolve("home"), clock, settings);
    }

    private String ask(String number, String address) {
        return become(exchange, number, Visitor.at(address));
    }

    private static String become(TestExchange node, String number, Visitor visitor) {
        CodeRequestOutcome asked;
        try {
            asked = node.bean(ConsumerService.class).sendCode(number, visitor, Locale.ENGLISH);
        } catch (TooManyViewsException e) {
            return TOO_MANY;
        }
        if (asked instanceof CodeRequestOutcome.Sent) {
            return SENT;
        }
        return asked instanceof CodeRequestOutcome.TooMany ? TOO_MANY : "not sent";
    }

    private CodeCheckOutcome.Right proveFrom(String address, String number) {
        ConsumerService service = exchange.bean(ConsumerService.class);
        CodeRequestOutcome.Sent sent =
                (CodeRequestOutcome.Sent) service.sendCode(number, Visitor.at(address), Locale.ENGLISH);
        return (CodeCheckOutcome.Right) service.verifyCode(sent.challenge(), sent.mobile(), gateway.codeFor(number));
    }

    private String number() {
        numbers++;
        return Long.toString(13810002000L + numbers);
    }
}
