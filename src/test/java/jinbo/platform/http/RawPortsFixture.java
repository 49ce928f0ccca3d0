package jinbo.platform.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jinbo.consumer.portal.OpenPortal;
import jinbo.operator.console.OpenConsole;
import jinbo.operator.metrics.OpenMonitoringPort;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;

/** All ports of an exchange, for raw requests. */
final class RawPortsFixture implements AutoCloseable {

    private static final int SILENCE_MILLIS = 10_000;

    private final TestExchange exchange;
    private final Map<String, WebPort.Open> ports = new LinkedHashMap<>();

    private RawPortsFixture(TestExchange exchange) {
        this.exchange = exchange;
    }

    static RawPortsFixture open(Path home, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(
                Map.of("jinbo.console.port", "0", "jinbo.portal.port", "0", "jinbo.monitoring.port", "0"));
        settings.putAll(more);
        RawPortsFixture all =
                new RawPortsFixture(TestExchange.start(home, new SettableClock("2026-11-24T09:00:00+08:00"), settings));
        all.put("monitoring", all.exchange.bean(OpenMonitoringPort.class).open());
        all.put("console", all.exchange.bean(OpenConsole.class).open());
        all.put("portal", all.exchange.bean(OpenPortal.class).open());
        return all;
    }

    private void put(String name, WebPort port) {
        ports.put(name, (WebPort.Open) port);
    }

    String send(String port, String request) throws IOException {
        try (Socket socket =
                new Socket("127.0.0.1", URI.create(ports.get(port).url()).getPort())) {
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String get(String port, String path, String... headers) throws IOException {
        StringBuilder request =
                new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return send(port, request.append("\r\n").toString());
    }

    @Override
    public void close() {
        ports.values().forEach(WebPort.Open::close);
        exchange.close();
    }
}
