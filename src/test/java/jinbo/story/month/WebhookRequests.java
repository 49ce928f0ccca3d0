package jinbo.story.month;

import java.time.Instant;
import jinbo.operator.notification.WebhookServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the web server was told. */
final class WebhookRequests {

    private WebhookRequests() {}

    static String text(WebhookServer.Request request) {
        if (!request.signed()) {
            throw new AssertionError("a request is not signed: " + request.body());
        }
        JsonNode body = JsonMapper.shared().readTree(request.body());
        JsonNode data = body.at("/data");
        String code = data.at("/code").asString();
        boolean severalAtOnce = code.equals("RUNS_FAIL") || code.equals("LIST_DIFFERS");
        SimulatedAlert simulatedAlert = new SimulatedAlert(
                code,
                text(data.at("/insurer")),
                text(data.at("/level")),
                severalAtOnce ? text(data.at("/detail")) : "");
        return SimulatedCalendar.text(Instant.parse(body.at("/timestamp").asString()))
                + (body.at("/type").asString().equals("concern.new") ? " NEW " : " OVER ")
                + simulatedAlert;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asString();
    }
}
