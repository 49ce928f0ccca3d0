package jinbo.operator.metrics;

import java.util.List;
import jinbo.operator.alert.OpenConcerns;
import org.springframework.stereotype.Component;

/** What needs a person. */
@Component
class ConcernFigures implements FigureSource {

    private final OpenConcerns concerns;

    ConcernFigures(OpenConcerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public String what() {
        return "concerns";
    }

    @Override
    public List<Sample> read() {
        return concerns.counted().stream()
                .map(open ->
                        Sample.of(Figure.CONCERNS, open.count(), open.code().name(), Sample.label(open.insurer())))
                .toList();
    }
}
