package jinbo.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jinbo.consumer.portal.OpenPortal;
import jinbo.consumer.portal.PortalVisitor;
import jinbo.operator.cli.ConsoleVisitor;
import jinbo.operator.console.OpenConsole;
import jinbo.operator.metrics.OpenMonitoringPort;
import jinbo.participant.staff.ConsolePasswords;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Role;
import jinbo.testing.FormClient;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestGateway;
import jinbo.testing.TestPeople;

/** An exchange with open ports: portal, console with an operator, and health. */
final class ExchangePorts implements AutoCloseable {

    static final String PORTAL = "portal";
    static final String CONSOLE = "console";
    static final String MONITORING = "monitoring";

    private static final String OPERATOR = "zhao";
    private static final String PASSWORD = "the password of zhao";

    private final TestGateway gateway;
    private final TestExchange exchange;
    private final Map<String, WebPort.Open> ports = new LinkedHashMap<>();

    private ExchangePorts(TestGateway gateway, TestExchange exchange) {
        this.gateway = gateway;
        this.exchange = exchange;
    }

    static ExchangePorts open(Path folder) throws IOException {
        Path home = folder.resolve("home");
        TestGateway gateway = TestGateway.open();
        Map<String, String> settings = new HashMap<>(gateway.settings(home));
        for (String port : new String[] {PORTAL, CONSOLE, MONITORING}) {
            settings.put("jinbo." + port + ".port", "0");
        }
        TestExchange exchange = TestExchange.start(home, new SettableClock("2026-11-24T09:00:00+08:00"), settings);
        TestPeople people = new TestPeople(exchange, folder);
        people.join("wang", "王芳", Role.KEY_OFFICER);
        people.join("li", "李明", Role.KEY_OFFICER);
        people.join(OPERATOR, "赵静", Role.OPERATOR);
        exchange.bean(ConsolePasswords.class).set(new PersonName(OPERATOR), PASSWORD);
        ExchangePorts ports = new ExchangePorts(gateway, exchange);
        ports.ports.put(PORTAL, (WebPort.Open) exchange.bean(OpenPortal.class).open());
        ports.ports.put(CONSOLE, (WebPort.Open) exchange.bean(OpenConsole.class).open());
        ports.ports.put(MONITORING, (WebPort.Open)
                exchange.bean(OpenMonitoringPort.class).open());
        return ports;
    }

    Map<String, String> urls() {
        Map<String, String> urls = new LinkedHashMap<>();
        ports.forEach((name, port) -> urls.put(name, port.url()));
        return urls;
    }

    String url(String port) {
        return ports.get(port).url();
    }

    /**
     * Returns a client of a port: at the portal a consumer with a verified number, who has chosen no language; at the console an operator;
     * elsewhere nobody.
     */
    FormClient signedIn(String port) {
        return switch (port) {
            case PORTAL ->
                new PortalVisitor(url(port), gateway).prove("13810001234").forget(PortalVisitor.LANGUAGE);
            case CONSOLE -> {
                ConsoleVisitor operator = new ConsoleVisitor(url(port));
                assertThat(FormClient.next(operator.signIn(OPERATOR, PASSWORD))).isEqualTo("/");
                yield operator;
            }
            default -> new FormClient(url(port));
        };
    }

    @Override
    public void close() {
        ports.values().forEach(WebPort::close);
        exchange.close();
        gateway.close();
    }
}
