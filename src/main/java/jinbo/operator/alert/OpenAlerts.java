package jinbo.operator.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/** Counts what {@code watch} has found and what is not over; looks at nothing itself. */
@Component
public record OpenAlerts(AlertOccurrences alertOccurrences) {

    public List<Count> countByCode() {
        Map<Alert.Code, Map<String, Long>> counts = alertOccurrences.open().stream()
                .map(AlertOccurrences.Occurrence::identity)
                .collect(Collectors.groupingBy(
                        AlertIdentity::code,
                        TreeMap::new,
                        Collectors.groupingBy(
                                identity -> identity.insurer()
                                        .map(InsurerCode::value)
                                        .orElse(""),
                                TreeMap::new,
                                Collectors.counting())));
        return counts.entrySet().stream()
                .flatMap(ofCode -> ofCode.getValue().entrySet().stream()
                        .map(of -> new Count(
                                ofCode.getKey(),
                                Optional.of(of.getKey())
                                        .filter(code -> !code.isEmpty())
                                        .map(InsurerCode::new),
                                of.getValue())))
                .toList();
    }

    /**
     * What the last run of {@code watch} has found of one kind, counted.
     *
     * @param insurer whom it is about; empty if it is about all
     * @param count how many stand side by side
     */
    public record Count(Alert.Code code, Optional<InsurerCode> insurer, long count) {}
}
