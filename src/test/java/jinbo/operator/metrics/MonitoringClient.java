package jinbo.operator.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import jinbo.platform.http.WebPort;
import jinbo.testing.TestExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the monitoring port. */
final class MonitoringClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final WebPort.Open port;

    private MonitoringClient(WebPort.Open port) {
        this.port = port;
    }

    static MonitoringClient watch(TestExchange exchange) {
        return new MonitoringClient(
                (WebPort.Open) exchange.bean(OpenMonitoringPort.class).open());
    }

    int status(String path) {
        return answer(path).statusCode();
    }

    JsonNode health(String path) {
        return JsonMapper.shared().readTree(answer("/actuator/health" + path).body());
    }

    String metrics() {
        return answer("/actuator/prometheus").body();
    }

    /** The value of a metric with its labels. */
    double metric(String series) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not among\n" + metrics()));
    }

    HttpResponse<String> answer(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(port.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
