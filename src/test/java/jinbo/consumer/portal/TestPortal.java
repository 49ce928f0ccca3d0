package jinbo.consumer.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jinbo.platform.http.WebPort;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestGateway;

/** A portal with YUNHE and CHANGQING (life), BEIDOU (property) and a test gateway. */
final class TestPortal implements AutoCloseable {

    static final String NOW = "2026-11-24T09:00:00+08:00";

    static final String NUMBER = "13810001234";

    /** The settings of an association that consumers can reach. */
    static final Map<String, String> ASSOCIATION = Map.of(
            "jinbo.portal.association",
            "北京市保险行业协会",
            "jinbo.portal.hotline",
            "010 5555 0123",
            "jinbo.portal.contact",
            "010 5555 0100");

    static final List<String> OPEN_PAGES = List.of("/", "/privacy", "/finished", "/supervision");

    static final List<String> PAGES_OF_HOLDER = List.of("/mine", "/choose", "/cancel", "/complain", "/complaints");

    private final TestExchange exchange;
    private final TestGateway gateway;
    private final WebPort.Open port;
    private final SettableClock clock;

    private TestPortal(TestExchange exchange, TestGateway gateway, WebPort.Open port, SettableClock clock) {
        this.exchange = exchange;
        this.gateway = gateway;
        this.port = port;
        this.clock = clock;
    }

    static TestPortal open(Path folder) throws IOException {
        return open(folder, Map.of());
    }

    static TestPortal open(Path folder, Map<String, String> more) throws IOException {
        return open(folder, NOW, more);
    }

    static TestPortal open(Path folder, String now, Map<String, String> more) throws IOException {
        Path home = folder.resolve("home");
        TestGateway gateway = TestGateway.open();
        Map<String, String> settings = new HashMap<>(gateway.settings(home));
        settings.put("jinbo.portal.port", "0");
        settings.put("jinbo.consumer.codes-per-address", "20");
        settings.putAll(more);
        SettableClock clock = new SettableClock(now);
        TestExchange exchange = TestExchange.start(home, clock, settings);
        WebPort opened = exchange.bean(OpenPortal.class).open();
        return new TestPortal(exchange, gateway, (WebPort.Open) opened, clock);
    }

    String url() {
        return port.url();
    }

    TestExchange exchange() {
        return exchange;
    }

    TestGateway gateway() {
        return gateway;
    }

    SettableClock clock() {
        return clock;
    }

    LockedTable hold(String table) throws SQLException {
        return LockedTable.of(exchange.owner(), table);
    }

    /** Closes the port only. */
    void closePort() {
        port.close();
    }

    @Override
    public void close() {
        port.close();
        exchange.close();
        gateway.close();
    }
}
