package jinbo.operator.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/** Counts the open alerts that {@code watch} has recorded; runs no checks. */
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

    /** @param insurer empty if the alerts are not about one insurer */
    public record Count(Alert.Code code, Optional<InsurerCode> insurer, long count) {}
}
