package jinbo.consumer.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.consumer.portal.remote.AcceptPortalRequests;
import jinbo.consumer.portal.remote.RemotePortal;
import jinbo.testing.SettableClock;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import jinbo.testing.TestGateway;

/** A remote portal in this process, and an exchange that can serve or not. */
final class RemotePortalFixture implements AutoCloseable {

    private final TestGateway gateway;
    private final SettableClock clock;
    private final TestExchange exchange;
    private final RemotePortal portal;
    private Optional<AcceptPortalRequests.Open> requestQueue = Optional.empty();

    private RemotePortalFixture(TestGateway gateway, SettableClock clock, TestExchange exchange, RemotePortal portal) {
        this.gateway = gateway;
        this.clock = clock;
        this.exchange = exchange;
        this.portal = portal;
    }

    static RemotePortalFixture open(Path folder, Map<String, String> more) throws IOException {
        Path home = folder.resolve("home");
        TestGateway gateway = TestGateway.open();
        SettableClock clock = new SettableClock(TestPortal.NOW);
        Map<String, String> ofExchange = new TreeMap<>(gateway.settings(home));
        ofExchange.put("jinbo.consumer.renew-at", "http://127.0.0.1/renew/");
        TestExchange exchange = TestExchange.start(home, clock, ofExchange);
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("spring.datasource.url", TestDatabase.portalUrl(exchange.databaseUrl()));
        settings.put("spring.profiles.active", "test");
        settings.put("jinbo.clock", TestPortal.NOW);
        settings.put("jinbo.portal.port", "0");
        RemotePortalFixture apart = new RemotePortalFixture(
                gateway, clock, exchange, RemotePortal.open(folder.resolve("portal"), settings));
        apart.serve();
        return apart;
    }

    void serve() {
        requestQueue = Optional.of(exchange.bean(AcceptPortalRequests.class).open());
    }

    void serveNoLonger() {
        requestQueue.ifPresent(AcceptPortalRequests.Open::close);
        requestQueue = Optional.empty();
    }

    void closePortal() {
        portal.close();
    }

    PortalVisitor visitor() {
        return new PortalVisitor(portal.url(), gateway);
    }

    TestExchange exchange() {
        return exchange;
    }

    SettableClock clock() {
        return clock;
    }

    TestGateway gateway() {
        return gateway;
    }

    long rows(String table) {
        return exchange.count(table);
    }

    @Override
    public void close() {
        portal.close();
        serveNoLonger();
        exchange.close();
        gateway.close();
    }
}
