package jinbo.operator.metrics;

import java.util.ArrayList;
import java.util.List;
import jinbo.accesslog.LogState;
import jinbo.accesslog.ReadLogState;
import org.springframework.stereotype.Component;

/** How the access log stands. */
@Component
class AccessLogFigures implements FigureSource {

    private final ReadLogState log;

    AccessLogFigures(ReadLogState log) {
        this.log = log;
    }

    @Override
    public String what() {
        return "access log";
    }

    @Override
    public List<Sample> read() {
        LogState state = log.read();
        List<Sample> samples = new ArrayList<>(List.of(
                Sample.of(Figure.LOG_ENTRIES, state.entries()),
                Sample.of(Figure.LOG_PENDING, state.pending()),
                Sample.of(Figure.LOG_OPEN_INTENTS, state.openIntents()),
                Sample.of(Figure.LOG_ALARMS, state.openAlarms())));
        state.checkpointAt().ifPresent(at -> samples.add(Sample.at(Figure.LOG_CHECKPOINT, at)));
        return samples;
    }
}
