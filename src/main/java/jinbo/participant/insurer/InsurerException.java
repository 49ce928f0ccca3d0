package jinbo.participant.insurer;

import java.util.List;
import java.util.stream.Stream;
import jinbo.platform.error.CodedException;

public final class InsurerException extends CodedException {

    private final InsurerCode code;

    public InsurerException(InsurerError error, InsurerCode code, Object... more) {
        super(error, Stream.concat(Stream.of(code), Stream.of(more)).toArray());
        this.code = code;
    }

    public InsurerCode code() {
        return code;
    }

    static InsurerException unknown(InsurerCode code, List<InsurerCode> known) {
        return known.isEmpty()
                ? new InsurerException(InsurerError.INSURER_UNKNOWN_NONE_YET, code)
                : new InsurerException(
                        InsurerError.INSURER_UNKNOWN_SOME_KNOWN,
                        code,
                        known.stream().sorted().toList());
    }

    static InsurerException left(InsurerCode code, InsurerStatus.Departure departure) {
        return departure
                .successor()
                .map(successor ->
                        new InsurerException(InsurerError.INSURER_LEFT_WITH_SUCCESSOR, code, departure.on(), successor))
                .orElseGet(() -> new InsurerException(InsurerError.INSURER_LEFT, code, departure.on()));
    }
}
